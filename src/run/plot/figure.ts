import type { EChartsCoreOption } from 'echarts';
import type { PlotSource } from './plot-source.ts';
import type { PlotWords } from './plot-words.ts';

/** What a figure is drawn from. */
export interface FigureInput {
  readonly source: PlotSource;
  /** The folder of the result, for messages. */
  readonly folder: string;
  readonly words: PlotWords;
  /** Terms, words or documents that are asked for; all that are great enough where none is. */
  readonly chosen: readonly string[];
  /** The most things that are shown. */
  readonly top: number;
  /** The unit of co-occurrence, or what a comparison is of: term or word. */
  readonly unit: string | undefined;
  /** The group that is compared with the others. */
  readonly target: string | undefined;
  /** Of the picture, in pixels. */
  readonly width: number;
}

/** A chart, and how many rows of names it has, which say how high it should be. */
export interface DrawnFigure {
  readonly option: EChartsCoreOption;
  readonly rows: number;
}

/** One kind of picture. Throws `input/no-table` and `input/nothing-to-plot`. */
export type Figure = (input: FigureInput) => DrawnFigure;
