import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CorpusError } from '../../model/errors.ts';
import { writeAtomically } from '../../write/atomic-file.ts';
import { figures } from '../plot/figures.ts';
import { openPlotSource } from '../plot/plot-source.ts';
import { plotWords } from '../plot/plot-words.ts';
import { renderSvg } from '../plot/render-svg.ts';
import { type Language, say } from '../wording/wording.ts';
import { type PlotRequest, pixelsOf } from './plot-arguments.ts';
import { printable } from './printable.ts';

// In mm: of most pictures, and of one with many names below each other.
const usualHeight = 110;
const rowHeight = 4;
const restHeight = 20;

/** `cewen plot`: writes the picture and gives what to print. Throws CorpusError. */
export async function plotCommand(request: PlotRequest, language: Language): Promise<string> {
  const { folder, figure, out, chosen, top, unit, target } = request;
  checkPlace(out);
  const width = { text: request.width, pixels: pixelsOf(request.width)! };
  const { option, rows } = figures.get(figure)!({
    source: openPlotSource(folder),
    folder,
    words: plotWords[language],
    chosen,
    top,
    unit,
    target,
    width: width.pixels,
  });
  const height = request.height ?? `${Math.max(usualHeight, rowHeight * rows + restHeight)}mm`;
  const svg = await renderSvg(option, { width, height: { text: height, pixels: pixelsOf(height)! } });
  writeAtomically(out, svg);
  return `${say(language, 'plot/written', { file: printable(out) })}\n`;
}

/** Only an earlier picture is replaced. */
function checkPlace(path: string): void {
  if (!existsSync(dirname(path))) throw new CorpusError('output/no-parent', path, { reason: 'ENOENT' });
  if (!existsSync(path)) return;
  if (!statSync(path).isFile()) throw new CorpusError('output/not-a-file', path);
  if (!/^(?:<\?xml[^>]*\?>\s*)?<svg\b/.test(readFileSync(path, 'utf8').slice(0, 200))) {
    throw new CorpusError('output/not-a-picture', path);
  }
}
