import { GraphChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import { styleValue } from './colours.ts';
import { element } from './element.ts';
import { say, state } from './state.ts';

use([
  GraphChart,
  HeatmapChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
  CanvasRenderer,
  SVGRenderer,
  LabelLayout,
]);

/** Chinese fonts of macOS, Windows and Linux. */
const font = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

export interface Chart {
  readonly node: HTMLElement;
  /** Draws it, in a node that is in the page. */
  draw(): void;
}

let drawn: EChartsType[] = [];

/** Ends the charts of the view that is left. */
export function endCharts(): void {
  for (const chart of drawn) chart.dispose();
  drawn = [];
}

window.addEventListener('resize', () => {
  for (const chart of drawn) chart.resize();
});

/** A chart with what saves it as a picture; `option` is asked for anew at each drawing. */
export function chart(name: string, height: number, option: () => EChartsCoreOption): Chart {
  const canvas = element('div', {
    class: 'chart',
    role: 'img',
    'aria-label': say('chart-of', { name }),
    style: `height:${height}px`,
  });
  let made: EChartsType | undefined;
  const whole = (): EChartsCoreOption => ({
    animation: false,
    textStyle: { fontFamily: font, color: styleValue('--ink') },
    ...option(),
    // Texts of documents are drawn, never read as markup.
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: styleValue('--paper'),
      borderColor: styleValue('--rule'),
      textStyle: { color: styleValue('--ink'), fontFamily: font },
      ...(option().tooltip as object | undefined),
    },
  });
  const draw = () => {
    if (made === undefined) {
      made = init(canvas, null, { renderer: 'canvas' });
      drawn.push(made);
    }
    made.setOption(whole(), { notMerge: true });
  };
  const save = (renderer: 'canvas' | 'svg') => {
    const beside = element('div', { style: `width:${canvas.clientWidth}px;height:${height}px` });
    const picture = init(beside, null, { renderer, width: canvas.clientWidth, height, devicePixelRatio: 3 });
    picture.setOption(whole());
    const type = renderer === 'svg' ? 'svg' : 'png';
    const href = picture.getDataURL({ type, backgroundColor: styleValue('--paper'), pixelRatio: 3 });
    picture.dispose();
    element('a', { href, download: `${state.view}.${type}` }).click();
  };
  const button = (text: string, renderer: 'canvas' | 'svg') =>
    element('button', { type: 'button', onclick: () => save(renderer) }, text);
  const node = element(
    'figure',
    {},
    canvas,
    element('figcaption', { class: 'save' }, button(say('save-png'), 'canvas'), button(say('save-svg'), 'svg')),
  );
  return { node, draw };
}

/** Axis of a chart in the colours of the page. */
export function axis(more: object): object {
  return {
    axisLine: { lineStyle: { color: styleValue('--rule') } },
    axisLabel: { color: styleValue('--ink') },
    nameTextStyle: { color: styleValue('--ink') },
    splitLine: { lineStyle: { color: styleValue('--rule'), opacity: 0.5 } },
    ...more,
  };
}
