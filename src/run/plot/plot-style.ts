/** Okabe & Ito (2008): colours that colour-blind people can tell apart and that differ in grey, too. */
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#7a4fb5', '#5f6b7a'];

export const ink = '#1a1a1a';
const rule = '#9a9a9a';
/** Light to dark, for heat maps: legible in black and white. */
export const shades = ['#f7fbff', '#c6dbef', '#6baed6', '#2171b5', '#08306b'];

/** The fonts that a reader's machine may have: Source Han and Noto, then those of Windows and macOS. */
export const fontFamily =
  "'Source Han Sans SC','Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei','PingFang SC',SimHei,sans-serif";
export const fontSize = 12;

export function colour(number: number): string {
  return colours[((number % colours.length) + colours.length) % colours.length]!;
}

/** The dash of a line by its number, so that lines differ without colour. */
export function dash(number: number): 'solid' | readonly number[] {
  return (['solid', [8, 4], [2, 3], [9, 3, 2, 3]] as const)[number % 4]!;
}

/** The shape of a point by its number, for the same end. */
export function shape(number: number): string {
  const shapes = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect', 'emptyTriangle', 'emptyDiamond'];
  return shapes[((number % shapes.length) + shapes.length) % shapes.length]!;
}

/** An axis with its name in the middle. */
export function axis(name: string, more: object = {}): object {
  return {
    name,
    nameLocation: 'middle',
    nameGap: 34,
    nameTextStyle: { color: ink },
    axisLabel: { color: ink, hideOverlap: true },
    axisLine: { show: true, lineStyle: { color: rule } },
    splitLine: { lineStyle: { color: '#e4e4e4' } },
    ...more,
  };
}

/** Names along an axis, all of them, cut where they need more than the room of `labelRoom`. */
export function nameLabels(room: number, more: object = {}): object {
  return { color: ink, interval: 0, width: room - 12, overflow: 'truncate', ...more };
}

/** Room that these labels take, in pixels, at most so much of the picture that the drawing has more than half. */
export function labelRoom(labels: readonly string[], width: number): number {
  const longest = labels.reduce((most, label) => Math.max(most, displayWidth(label)), 0);
  return Math.min(0.45 * width, 14 + (longest * fontSize) / 2);
}

/** In half-widths. */
function displayWidth(label: string): number {
  let width = 0;
  for (const character of label) width += character.codePointAt(0)! < 0x2e80 ? 1.1 : 2;
  return width;
}
