import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const source = fileURLToPath(new URL('../src', import.meta.url));

const linguistic = ['model', 'text'];
const counting = ['measure', ...linguistic];
const relating = ['count', ...counting];
const looking = [...relating, 'tag'];

/** The table of docs/architecture.md: what each folder may import beside itself. */
const mayImport: Readonly<Record<string, readonly string[] | 'all'>> = {
  text: [],
  measure: [],
  model: ['text'],
  ingest: linguistic,
  repair: linguistic,
  normalise: linguistic,
  segment: linguistic,
  tag: linguistic,
  describe: linguistic,
  report: linguistic,
  write: linguistic,
  count: counting,
  cooccur: relating,
  compare: relating,
  query: looking,
  discover: looking,
  run: 'all',
  'cli.ts': ['run'],
  'core.ts': 'all',
  'index.ts': 'all',
};

/** Only these may reach the system or load a native engine; the rest works on strings, and in a browser. */
const mayUseNode = new Set(['ingest', 'write', 'run', 'cli.ts']);
const native = new Set(['nodejieba']);
const entries = new Set(['index.ts', 'core.ts', 'measure/index.ts']);

interface SourceFile {
  readonly name: string;
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const files: SourceFile[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'))
  .sort()
  .map((name) => {
    const text = readFileSync(join(source, name), 'utf8');
    const imports = [
      ...text.matchAll(/^\s*(?:import|export)\b[^;'"]*?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm),
    ];
    return {
      name,
      folder: name.split('/')[0] as string,
      text,
      imports: imports.map((match) => (match[1] ?? match[2]) as string),
    };
  });

/** The file that a relative import leads to, named from the source folder. */
function target(file: SourceFile, path: string): string {
  return relative(source, join(source, dirname(file.name), path)).replaceAll('\\', '/');
}

const inner = files.flatMap((file) =>
  file.imports.filter((path) => path.startsWith('.')).map((path) => ({ file, to: target(file, path) })),
);

describe('the layers', () => {
  test('every folder is in the table', () => {
    expect(files.map((file) => file.folder).filter((folder) => !(folder in mayImport))).toEqual([]);
  });

  test('each folder imports only what the table allows', () => {
    const wrong = inner.filter(({ file, to }) => {
      const allowed = mayImport[file.folder] as readonly string[] | 'all';
      const folder = to.split('/')[0] as string;
      return folder !== file.folder && allowed !== 'all' && !allowed.includes(folder);
    });
    expect(wrong.map(({ file, to }) => `${file.name} -> ${to}`)).toEqual([]);
  });

  test('nothing imports the command line or the entry', () => {
    expect(inner.filter(({ to }) => to === 'cli.ts' || to === 'index.ts').map(({ file }) => file.name)).toEqual([]);
  });

  test('imports name their file, and the file exists', () => {
    const names = new Set(files.map((file) => file.name));
    expect(inner.filter(({ to }) => !names.has(to)).map(({ file, to }) => `${file.name} -> ${to}`)).toEqual([]);
  });

  test('no file imports itself by a circle', () => {
    const edges = new Map(files.map((file) => [file.name, [] as string[]]));
    for (const { file, to } of inner) edges.get(file.name)?.push(to);
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (name: string, path: readonly string[]) => {
      if (state.get(name) === 'done') return;
      if (state.get(name) === 'open') {
        circles.push([...path.slice(path.indexOf(name)), name].join(' -> '));
        return;
      }
      state.set(name, 'open');
      for (const to of edges.get(name) ?? []) visit(to, [...path, name]);
      state.set(name, 'done');
    };
    for (const file of files) visit(file.name, []);
    expect(circles).toEqual([]);
  });

  test('the system and native engines are used only where they may be', () => {
    const wrong = files.flatMap((file) =>
      mayUseNode.has(file.folder)
        ? []
        : file.imports
            .filter((path) => path.startsWith('node:') || native.has(path))
            .map((path) => `${file.name} -> ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  test('there is no barrel file but the two entries', () => {
    const barrels = files.filter((file) => {
      if (entries.has(file.name)) return false;
      const lines = file.text
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .split(/;\s*\n/)
        .map((line) => line.trim())
        .filter(Boolean);
      return (
        file.name.endsWith('/index.ts') ||
        (lines.length > 0 && lines.every((line) => /^export\b[\s\S]*\bfrom\b/.test(line)))
      );
    });
    expect(barrels.map((file) => file.name)).toEqual([]);
  });
});

describe('the files', () => {
  test('are named in kebab-case for what they export, never utils or helpers', () => {
    const wrong = files.filter(({ name }) => {
      const base = (name.split('/').at(-1) as string).replace(/(\.d)?\.ts$/, '');
      return !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(base) || /^(utils?|helpers?|common|manager|base|misc)$/.test(base);
    });
    expect(wrong.map((file) => file.name)).toEqual([]);
  });

  test('have at most 250 lines, or say at their head why they are longer', () => {
    const long = files.filter(({ text }) => text.split('\n').length > 251 && !/^(\/\/|\/\*)/.test(text));
    expect(long.map((file) => `${file.name}: ${file.text.split('\n').length} lines`)).toEqual([]);
  });

  test('hold no path of a machine and no mark of unfinished work', () => {
    const wrong = files.filter(({ text }) => /\/(work|home|Users)\/|\bTODO\b|\bFIXME\b|\bXXX\b/.test(text));
    expect(wrong.map((file) => file.name)).toEqual([]);
  });

  test('do not compare by locale and do not ask the clock outside run', () => {
    const wrong = files.filter(
      ({ folder, text }) =>
        /localeCompare|toLocale|Intl\./.test(text) ||
        (folder !== 'run' && folder !== 'cli.ts' && /Date\.now|new Date\(|performance\.now|Math\.random/.test(text)),
    );
    expect(wrong.map((file) => file.name)).toEqual([]);
  });
});
