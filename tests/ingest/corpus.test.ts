import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Corpus, listCorpus } from '../../src/ingest/corpus.ts';
import type { CorpusError } from '../../src/model/errors.ts';
import { asOrdinaryUser, temporaryFolder } from './temporary-folder.ts';

function ids(corpus: Corpus): string[] {
  return corpus.files.map((file) => file.id);
}

/** Messages as `rule document`, with the values that matter. */
function told(corpus: Corpus): string[] {
  return corpus.messages.map(({ document, message }) => {
    const values = Object.values(message.values ?? {}).join(' ');
    return `${message.severity} ${message.rule} ${document} ${values}`.trim();
  });
}

function failure(run: () => unknown): CorpusError {
  try {
    run();
  } catch (error) {
    return error as CorpusError;
  }
  throw new Error('did not fail');
}

describe('names', () => {
  test('of one folder are relative to it, with /', () => {
    const folder = temporaryFolder({ '2003/b.txt': '', '2003/a.md': '', 'c.TEXT': '', 通知: '' });
    const corpus = listCorpus([folder]);
    expect(corpus.files.map(({ id, format }) => `${id} ${format}`)).toEqual([
      '2003/a.md markdown',
      '2003/b.txt text',
      'c.TEXT text',
      '通知 text',
    ]);
    expect(corpus.files.map((file) => file.path)).toEqual(ids(corpus).map((id) => join(folder, id)));
    expect(corpus.messages).toEqual([]);
    expect(ids(listCorpus([`${folder}/`]))).toEqual(ids(corpus));
  });

  test('of one file is its base name, whatever it is called', () => {
    const folder = temporaryFolder({ 'x/README.md': '', '.hidden': '' });
    expect(ids(listCorpus([join(folder, 'x/README.md')]))).toEqual(['README.md']);
    expect(ids(listCorpus([join(folder, '.hidden')]))).toEqual(['.hidden']);
  });

  test('of several paths begin with the last part of each', () => {
    const folder = temporaryFolder({ 'p/2023/a.txt': '', 'p/2024/a.txt': '', 'q/b.txt': '' });
    const paths = [join(folder, 'p/2024/'), join(folder, 'p/2023'), join(folder, 'q/b.txt')];
    expect(ids(listCorpus(paths))).toEqual(['2023/a.txt', '2024/a.txt', 'b.txt']);
  });

  test('are sorted by code unit as a whole, not folder by folder', () => {
    const folder = temporaryFolder({
      'a/x.txt': '',
      'a.txt': '',
      'a-b.txt': '',
      'B.txt': '',
      '乙.txt': '',
      '一.txt': '',
    });
    expect(ids(listCorpus([folder]))).toEqual(['B.txt', 'a-b.txt', 'a.txt', 'a/x.txt', '一.txt', '乙.txt']);
  });

  test('and messages do not depend on the order in which files were made (law)', () => {
    const name = fc.stringMatching(/^[a-c一二]{1,3}(\.txt|\.md|\.pdf|)$/);
    const names = fc.uniqueArray(fc.tuple(fc.constantFrom('', 'x/', 'y/z/'), name), {
      minLength: 1,
      maxLength: 8,
      selector: ([folder, file]) => folder + file,
    });
    fc.assert(
      fc.property(names, fc.infiniteStream(fc.nat()), (list, order) => {
        const paths = ['keep.txt', ...list.map((parts) => parts.join(''))];
        const shuffled = paths.map((path) => ({ path, at: order.next().value as number })).sort((a, b) => a.at - b.at);
        const [first, second] = [paths, shuffled.map(({ path }) => path)].map((made) => {
          const folder = temporaryFolder(Object.fromEntries(made.map((path) => [path, path])));
          const corpus = listCorpus([folder]);
          return [ids(corpus), told(corpus)];
        });
        expect(second).toEqual(first);
      }),
      { numRuns: 40 },
    );
  });

  test('a dot in a title is no ending', () => {
    const folder = temporaryFolder({ '关于2015.12的通知': '', '第1.关于印发': '', 'v1.0': '', '公报.2015': '' });
    expect(told(listCorpus([folder]))).toEqual([]);
    expect(listCorpus([folder]).files).toHaveLength(4);
  });

  test('in NFD are the same as in NFC', () => {
    const folder = temporaryFolder({ 're\u0301sume\u0301.txt': 'x' });
    const { files } = listCorpus([folder]);
    expect(files[0]!.id).toBe('r\u00e9sum\u00e9.txt');
    expect(readFileSync(files[0]!.path, 'utf8')).toBe('x');
  });

  test.skipIf(process.platform !== 'linux')('of any kind that a disk allows are kept as they are', () => {
    const names = [
      '-rf.txt',
      '--help.txt',
      'a\nb.txt',
      'a\tb.txt',
      '末尾.txt ',
      '末尾.',
      ' 开头.txt',
      '😀.txt',
      'A.txt',
      'a.txt',
      'back\\slash.txt',
      'what?.txt',
      '长'.repeat(85),
      `${'x'.repeat(251)}.txt`,
    ];
    const folder = temporaryFolder(Object.fromEntries(names.map((name) => [name, name])));
    const corpus = listCorpus([folder]);
    expect(ids(corpus)).toEqual(names.toSorted());
    expect(told(corpus)).toEqual([]);
    for (const file of corpus.files) expect(readFileSync(file.path, 'utf8')).toBe(file.id);
  });

  test.skipIf(process.platform !== 'linux')('that read alike are told, and one of the files is used', () => {
    const folder = temporaryFolder({ '通知.txt': 'first' });
    for (const name of [[0xcd, 0xa8, 0xd6, 0xaa], [0xff], [0xfe]]) {
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name), Buffer.from('.txt')]), 'second');
    }
    const corpus = listCorpus([folder]);
    expect(ids(corpus)).toEqual(['通知.txt', '\ufffd.txt']);
    expect(told(corpus)).toEqual(['error ingest/same-name 通知.txt', 'error ingest/same-name \ufffd.txt']);
  });

  test.skipIf(process.platform !== 'linux')(
    'that are no UTF-8 are read as GB 18030, and the file can be opened',
    () => {
      const folder = temporaryFolder();
      // 通知.txt as unpacked from a ZIP file made on Chinese Windows, in a folder 国
      const inner = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xb9, 0xfa])]);
      mkdirSync(inner);
      const name = Buffer.from([0x2f, 0xcd, 0xa8, 0xd6, 0xaa, 0x2e, 0x74, 0x78, 0x74]);
      writeFileSync(Buffer.concat([inner, name]), 'x');
      const { files } = listCorpus([folder]);
      expect(files.map((file) => file.id)).toEqual(['国/通知.txt']);
      expect(readFileSync(files[0]!.path, 'utf8')).toBe('x');
    },
  );
});

describe('what is no document', () => {
  test('hidden files and the leavings of systems are passed over in silence', () => {
    const folder = temporaryFolder({
      'a.txt': '',
      '.git/config': '',
      '.DS_Store': '',
      'Thumbs.db': '',
      '~$a.txt': '',
      'a.txt~': '',
      '__MACOSX/a.txt': '',
    });
    expect([ids(listCorpus([folder])), told(listCorpus([folder]))]).toEqual([['a.txt'], []]);
  });

  test('a readme or licence is left out and told', () => {
    const folder = temporaryFolder({
      'a.txt': '',
      'README.zh-CN.md': '',
      LICENSE: '',
      'readme.txt': '',
      'reader.txt': '',
    });
    expect(ids(listCorpus([folder]))).toEqual(['a.txt', 'reader.txt']);
    expect(told(listCorpus([folder]))).toEqual([
      'info ingest/not-a-document LICENSE',
      'info ingest/not-a-document README.zh-CN.md',
      'info ingest/not-a-document readme.txt',
    ]);
  });

  test('metadata at the root is handed over, with the prefix of its names', () => {
    const folder = temporaryFolder({
      'p/metadata.csv': '',
      'p/a.txt': '',
      'p/in/metadata.csv': '',
      'q/metadata.tsv': '',
      'q/b.txt': '',
    });
    const [p, q] = [join(folder, 'p'), join(folder, 'q')];
    expect(listCorpus([p]).metadata).toEqual([{ path: join(p, 'metadata.csv'), prefix: '' }]);
    const corpus = listCorpus([p, q]);
    expect(corpus.metadata).toEqual([
      { path: join(p, 'metadata.csv'), prefix: 'p/' },
      { path: join(q, 'metadata.tsv'), prefix: 'q/' },
    ]);
    expect(told(corpus)).toEqual(['warning ingest/metadata-below p/in/metadata.csv']);
  });

  test('of metadata.csv and metadata.tsv the first is used and the other told', () => {
    const folder = temporaryFolder({ 'metadata.csv': '', 'metadata.tsv': '', 'a.txt': '' });
    expect(told(listCorpus([folder]))).toEqual(['warning ingest/second-metadata metadata.tsv metadata.csv']);
  });

  test('other formats are told and left out', () => {
    const folder = temporaryFolder({ 'a.txt': '', 'b.PPTX': '', 'in/c.xls': '' });
    expect(told(listCorpus([folder]))).toEqual([
      'warning ingest/unsupported-format b.PPTX .pptx',
      'warning ingest/unsupported-format in/c.xls .xls',
    ]);
  });

  test('excluded files and folders are passed over, also through a link', () => {
    const folder = temporaryFolder({ 'a.txt': '', 'output/text/a.txt.txt': '', 'terms.csv': '' });
    symlinkSync('output', join(folder, 'results'));
    const corpus = listCorpus([folder], [join(folder, 'output'), join(folder, 'terms.csv'), join(folder, 'absent')]);
    expect([ids(corpus), told(corpus)]).toEqual([['a.txt'], []]);
  });
});

describe('links', () => {
  test('are followed, to files and to folders', () => {
    const folder = temporaryFolder({ 'in/a.txt': '', 'out/b.txt': '', 'out/c/d.txt': '' });
    symlinkSync('../out/b.txt', join(folder, 'in/link.txt'));
    symlinkSync('../out/c', join(folder, 'in/c'));
    const corpus = listCorpus([join(folder, 'in')]);
    expect([ids(corpus), told(corpus)]).toEqual([['a.txt', 'c/d.txt', 'link.txt'], []]);
    symlinkSync('in', join(folder, 'way'));
    expect(ids(listCorpus([join(folder, 'way')]))).toEqual(ids(corpus));
  });

  test('that lead nowhere are told, and the rest is used', () => {
    const folder = temporaryFolder({ 'a.txt': '' });
    symlinkSync('gone.txt', join(folder, 'x.txt'));
    symlinkSync('a.txt/in', join(folder, 'y.txt'));
    const corpus = listCorpus([folder]);
    expect(ids(corpus)).toEqual(['a.txt']);
    expect(told(corpus)).toEqual(['error ingest/dangling-link x.txt', 'error ingest/dangling-link y.txt']);
  });

  test('that lead in a circle are told once each', () => {
    const folder = temporaryFolder({ 'a/b/x.txt': '' });
    symlinkSync('..', join(folder, 'a/b/up'));
    symlinkSync('.', join(folder, 'here'));
    symlinkSync('self', join(folder, 'self'));
    const corpus = listCorpus([folder]);
    expect(ids(corpus)).toEqual(['a/b/x.txt']);
    expect(told(corpus)).toEqual([
      'warning ingest/link-loop a/b/up',
      'warning ingest/link-loop here',
      'warning ingest/link-loop self',
    ]);
  });

  test('between two folders end', () => {
    const folder = temporaryFolder({ 'a/x.txt': '', 'b/y.txt': '' });
    symlinkSync('../b', join(folder, 'a/b'));
    symlinkSync('../a', join(folder, 'b/a'));
    const corpus = listCorpus([folder]);
    expect(ids(corpus)).toEqual(['a/b/y.txt', 'a/x.txt', 'b/a/x.txt', 'b/y.txt']);
    expect(told(corpus).filter((line) => line.includes('loop'))).toHaveLength(2);
  });

  test('to a file that is there already are told: it counts twice', () => {
    const folder = temporaryFolder({ '2023.txt': '' });
    symlinkSync('2023.txt', join(folder, 'latest.txt'));
    expect(told(listCorpus([folder]))).toEqual(['warning ingest/same-file latest.txt 2023.txt']);
  });
});

describe('a file to which several of the given paths lead', () => {
  test('is read once: without a word where it has one name', () => {
    const folder = temporaryFolder({ 'one/a.txt': '', 'one/metadata.csv': 'document,year\na.txt,2016\n' });
    const one = join(folder, 'one');
    const corpus = listCorpus([one, `${folder}/one/../one`, `${folder}/./one/`]);
    expect([ids(corpus), told(corpus)]).toEqual([['one/a.txt'], []]);
    expect(corpus.metadata).toEqual([{ path: join(one, 'metadata.csv'), prefix: 'one/' }]);
  });

  test('is read under its first name, and the others are told', () => {
    const folder = temporaryFolder({ 'one/a.txt': '', 'one/b.txt': '' });
    const one = join(folder, 'one');
    const corpus = listCorpus([one, join(one, 'b.txt')]);
    expect([ids(corpus), told(corpus)]).toEqual([
      ['one/a.txt', 'one/b.txt'],
      ['info ingest/given-twice b.txt one/b.txt'],
    ]);
    expect(ids(listCorpus([join(one, 'b.txt'), one]))).toEqual(['b.txt', 'one/a.txt']);
  });
});

describe('bad input', () => {
  test('all paths that are missing are named at once', () => {
    const folder = temporaryFolder({ 'a.txt': '' });
    const [one, two] = [join(folder, 'one'), join(folder, 'a.txt/two')];
    const error = failure(() => listCorpus([one, folder, two]));
    expect(error).toMatchObject({ code: 'input/not-found', place: `${one}, ${two}` });
  });

  test('where there is no document, what was left out is told', () => {
    const folder = temporaryFolder({ 'a.pptx': '', 'b.pptx': '', README: '' });
    expect(failure(() => listCorpus([folder]))).toMatchObject({
      code: 'input/no-documents',
      place: folder,
      values: { unused: 3, why: 'ingest/not-a-document 1, ingest/unsupported-format 2' },
    });
    expect(failure(() => listCorpus([temporaryFolder({ '.hidden': '' })])).code).toBe('input/no-documents');
  });

  test('of two documents with one name the second is told and left out', () => {
    const folder = temporaryFolder({ 'p/a.txt': 'first', 'q/a.txt': 'second' });
    const corpus = listCorpus([join(folder, 'p/a.txt'), join(folder, 'q/a.txt')]);
    expect(corpus.files.map((file) => readFileSync(file.path, 'utf8'))).toEqual(['first']);
    expect(told(corpus)).toEqual(['error ingest/duplicate-name a.txt 1 2']);
  });

  test.skipIf(process.platform === 'darwin')('two names that differ in Unicode form are one name', () => {
    const folder = temporaryFolder({ '\u00e9.txt': '', 'e\u0301.txt': '' });
    const corpus = listCorpus([folder]);
    expect([ids(corpus), told(corpus)]).toEqual([['\u00e9.txt'], ['error ingest/same-name \u00e9.txt']]);
  });

  test.skipIf(process.platform === 'win32')('pipes are told and never opened; a folder may be called x.txt', () => {
    const folder = temporaryFolder({ 'x.txt/a.txt': '' });
    expect(spawnSync('mkfifo', [join(folder, 'pipe.txt')]).status).toBe(0);
    symlinkSync('pipe.txt', join(folder, 'link.txt'));
    symlinkSync('/dev/null', join(folder, 'null.txt'));
    const corpus = listCorpus([folder]);
    expect(ids(corpus)).toEqual(['x.txt/a.txt']);
    expect(told(corpus)).toEqual(
      ['link.txt', 'null.txt', 'pipe.txt'].map((name) => `warning ingest/not-a-file ${name}`),
    );
  });

  test.skipIf(process.platform === 'win32')('a folder that cannot be read is told, and the rest is used', () => {
    const folder = temporaryFolder({ 'a.txt': '', 'secret/b.txt': '', 'blind/c.txt': '' });
    symlinkSync('secret/b.txt', join(folder, 'link.txt'));
    chmodSync(join(folder, 'secret'), 0);
    const corpus = asOrdinaryUser(() => listCorpus([folder]));
    chmodSync(join(folder, 'secret'), 0o755);
    expect(ids(corpus)).toEqual(['a.txt', 'blind/c.txt']);
    expect(told(corpus)).toEqual(['error ingest/unreadable link.txt EACCES', 'error ingest/unreadable secret EACCES']);
  });

  test.skipIf(process.platform === 'win32')('a given folder that cannot be read is named', () => {
    const folder = temporaryFolder({ 'a.txt': '', 'secret/b.txt': '' });
    chmodSync(join(folder, 'secret'), 0);
    const error = failure(() => asOrdinaryUser(() => listCorpus([join(folder, 'secret')])));
    const both = asOrdinaryUser(() => listCorpus([join(folder, 'secret'), join(folder, 'a.txt')]));
    chmodSync(join(folder, 'secret'), 0o755);
    expect(error).toMatchObject({ code: 'input/no-documents', values: { why: 'ingest/unreadable 1' } });
    expect(told(both)).toEqual(['error ingest/unreadable secret EACCES']);
  });
});

test('a folder that was moved has the same documents and messages', () => {
  const folder = temporaryFolder({ 'old/a.txt': '', 'old/b.pdf': '' });
  const before = listCorpus([join(folder, 'old')]);
  renameSync(join(folder, 'old'), join(folder, 'new'));
  const after = listCorpus([join(folder, 'new')]);
  expect([ids(after), told(after)]).toEqual([ids(before), told(before)]);
});

describe('the folder of an earlier result', () => {
  const result = { 'manifest.json': '{}', 'datapackage.json': '{}', 'run-log.jsonl': '', 'text/a.txt.txt': '改革' };

  test('among the texts is left out and told: its texts would be counted twice', () => {
    const inside = Object.fromEntries(Object.entries(result).map(([name, text]) => [`output/${name}`, text]));
    const corpus = listCorpus([temporaryFolder({ 'a.txt': '改革', ...inside })]);
    expect(ids(corpus)).toEqual(['a.txt']);
    expect(told(corpus)).toEqual(['info ingest/earlier-result output']);
  });

  test('is read where it is what was asked for', () => {
    expect(ids(listCorpus([temporaryFolder(result)]))).toContain('text/a.txt.txt');
  });
});
