import { CorpusError } from '../model/errors.ts';
import { shown } from './term-entry.ts';
import { parseTermList, type TermList } from './term-list.ts';

/**
 * Reads a term list from which at least one term comes. Throws CorpusError at `place`, with the line where there is one:
 * resource/empty-list, no-terms, no-term-column, no-usable-term, bad-yaml, not-a-term-list.
 */
export function readTermList(content: string, name: string, place: string): TermList {
  const list = parseTermList(content, name);
  if (list.terms.length === 0) throw unusable(list, content, place);
  return list;
}

/** Faults that say by themselves what is wrong with the whole list. */
const wholeList = new Map([
  ['tag/no-term-column', 'resource/no-term-column'],
  ['tag/bad-yaml', 'resource/bad-yaml'],
  ['tag/not-a-term-list', 'resource/not-a-term-list'],
] as const);

function unusable({ messages }: TermList, content: string, place: string): CorpusError {
  const lines = content.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const faults = messages.filter(({ severity }) => severity === 'error');
  const [first] = faults;
  if (first !== undefined) {
    const line = Number(first.values?.line);
    const code = wholeList.get(first.rule as 'tag/bad-yaml');
    if (code !== undefined) return new CorpusError(code, `${place}:${line}`, { found: first.values?.found ?? '' });
    const found = shown(lines[line - 1]?.trim() ?? '');
    return new CorpusError('resource/no-usable-term', `${place}:${line}`, { count: faults.length, found });
  }
  const line = lines.findIndex((text) => !/^[\s,;，]*(?:#.*|---|\[\]|\{\})?$/.test(text));
  if (line < 0) return new CorpusError('resource/empty-list', place);
  return new CorpusError('resource/no-terms', `${place}:${line + 1}`, { found: shown(lines[line]!.trim()) });
}
