const namespace = 'http://www.w3.org/2000/svg';
const width = 88;
const height = 20;

/** A small line of values; gaps where there are none. */
export function sparkline(values: readonly (number | null)[], label: string): SVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  const set = (node: Element, attributes: Readonly<Record<string, string | number>>) => {
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  };
  set(svg, { width, height, viewBox: `0 0 ${width} ${height}`, class: 'sparkline', role: 'img', 'aria-label': label });
  const greatest = values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0) || 1;
  const points = values.flatMap((value, i) => {
    const x = 2 + (i / Math.max(1, values.length - 1)) * (width - 4);
    return value === null ? [] : [`${x.toFixed(1)},${(height - 2 - (value / greatest) * (height - 5)).toFixed(1)}`];
  });
  const line = document.createElementNS(namespace, 'polyline');
  set(line, { points: points.join(' '), fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 });
  svg.append(line);
  return svg;
}
