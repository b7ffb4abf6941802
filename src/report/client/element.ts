type Child = Node | string | null;

/**
 * An element with attributes, listeners (`onclick`) and children. Texts become text nodes, never markup: what comes from documents
 * goes no other way into the page.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number | boolean | null | ((event: Event) => void)>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== false && value !== null) made.setAttribute(key, String(value));
  }
  for (const child of children) if (child !== null) made.append(child);
  return made;
}
