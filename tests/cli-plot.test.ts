import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { figureNames } from '../src/run/command/plot-arguments.ts';
import { ensureBuilt } from './built.ts';
import { cewen as run } from './command.ts';
import { temporaryFolder, writeFiles } from './folders.ts';

const folder = temporaryFolder();
const path = (name: string) => join(folder.path, name);
const cewen = (...args: string[]) => {
  const { code: status, stderr } = run(args, { cwd: folder.path });
  return { status, stderr };
};

const texts = Object.fromEntries(
  [2019, 2020, 2021, 2022].map((year, i) => [
    `texts/${year}.txt`,
    `${year}年工作要点\n\n${'坚持改革开放，推进科技创新。企业是创新主体。'.repeat(3 + i)}${'发展农业农村经济，扩大就业。'.repeat(7 - i)}\n`,
  ]),
);

beforeAll(ensureBuilt, 180_000);

function result(...more: string[]): void {
  const rows = [2019, 2020, 2021, 2022].map((year) => `${year}.txt,${year}`);
  writeFiles(folder.path, { ...texts, 'texts/metadata.csv': `document,year\n${rows.join('\n')}\n` });
  const { status, stderr } = cewen('run', 'texts', '--out', 'out', '--no-report', '--by', 'year', ...more);
  expect(status, stderr).toBe(0);
}

/** What a picture says, piece by piece. */
function textsOf(svg: string): string[] {
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, value] of Object.entries(node)) {
      if (name === '#text') found.push(String(value));
      else walk(value);
    }
  };
  walk(new XMLParser({ preserveOrder: true, parseTagValue: false }).parse(svg));
  return found;
}

describe('cewen plot', () => {
  test('draws every figure as SVG of the size that is asked for, with the same bytes each time', () => {
    result('--tables', 'default,similarity,nearest,clusters,coordinates', '--network-min-joint', '1');
    const draw = (figure: string, out: string) => {
      const size = ['--width', '120mm', '--height', '9cm'];
      const { status, stderr } = cewen('plot', 'out', figure, '--out', out, ...size);
      expect(status, `${figure}: ${stderr}`).toBe(0);
      return readFileSync(path(out), 'utf8');
    };
    for (const figure of figureNames) {
      const svg = draw(figure, 'a.svg');
      expect(XMLValidator.validate(svg), figure).toBe(true);
      expect(svg).toContain('<svg width="120mm" height="9cm"');
      expect(svg, figure).not.toMatch(/NaN|undefined/);
      if (figure === 'network' || figure === 'trend') expect(draw(figure, 'b.svg'), figure).toBe(svg);
    }
  }, 120_000);

  test('shows the terms that are asked for, and words on the axes in the language', () => {
    result();
    expect(cewen('plot', 'out', 'terms', '--terms', '改革开放,创新', '--out', 't.svg', '--lang', 'zh').status).toBe(0);
    const found = textsOf(readFileSync(path('t.svg'), 'utf8'));
    expect(found).toEqual(expect.arrayContaining(['改革开放', '创新', '频次']));
    expect(found).not.toContain('企业');
    expect(cewen('plot', 'out', 'trend', '--terms', '创新', '--out', 't.svg', '--lang', 'en').status).toBe(0);
    expect(textsOf(readFileSync(path('t.svg'), 'utf8'))).toEqual(
      expect.arrayContaining(['创新', '2019', 'per million words']),
    );
  }, 60_000);

  test('says what is wrong: a figure, a size, a table that the result lacks, terms that it lacks, a file that is no picture', () => {
    result();
    writeFiles(folder.path, { 'notes.svg': 'my notes' });
    const said = (...args: string[]) => {
      const { status, stderr } = cewen('plot', ...args, '--lang', 'en');
      return { status, stderr };
    };
    expect(said('out', 'pie', '--out', 'x.svg', '--width', '3', '--top', '0')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/expected one of terms, trend.*found "pie"[\s\S]*--top[\s\S]*--width/),
    });
    expect(said('out', 'similarity', '--out', 'x.svg')).toMatchObject({
      stderr: expect.stringContaining('no table similarity; --tables default,similarity'),
    });
    expect(said('out', 'terms', '--terms', '不存在', '--out', 'x.svg').stderr).toContain('nothing to draw in terms');
    expect(said('texts', 'terms', '--out', 'x.svg').stderr).toContain('manifest.json');
    expect(said('out', 'terms', '--out', 'notes.svg').stderr).toContain('no SVG picture');
    expect(readFileSync(path('notes.svg'), 'utf8')).toBe('my notes');
    expect(existsSync(path('x.svg'))).toBe(false);
  }, 60_000);
});
