import { element } from './element.ts';

/** A labelled list to choose from; `entries` are values and what is shown for them. */
export function choice(
  label: string,
  entries: readonly (readonly [value: string, text: string])[],
  chosen: string,
  choose: (value: string) => void,
): HTMLLabelElement {
  const options = entries.map(([value, text]) => element('option', { value, selected: value === chosen }, text));
  const select = element(
    'select',
    { onchange: (event) => choose((event.target as HTMLSelectElement).value) },
    ...options,
  );
  return element('label', {}, `${label} `, select);
}
