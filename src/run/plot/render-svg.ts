import type { EChartsCoreOption } from 'echarts';
import { fontFamily, fontSize, ink } from './plot-style.ts';

/** Lengths of a picture as they were asked for (`160mm`, `600px`), and in pixels. */
export interface PictureSize {
  readonly width: { readonly text: string; readonly pixels: number };
  readonly height: { readonly text: string; readonly pixels: number };
}

/** A chart as the text of an SVG file: the same option gives the same bytes. */
export async function renderSvg(option: EChartsCoreOption, { width, height }: PictureSize): Promise<string> {
  const { init } = await import('echarts');
  const chart = init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: Math.round(width.pixels),
    height: Math.round(height.pixels),
  });
  chart.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily, fontSize, color: ink },
    ...option,
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  // Names of parts count up from chart to chart of a process.
  const named = svg.replace(/\bzr\d+-/g, 'zr0-');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${named.replace(
    /^<svg width="[^"]*" height="[^"]*"/,
    `<svg width="${width.text}" height="${height.text}"`,
  )}\n`;
}
