import { isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { decode } from '../../ingest/encoding/decode.ts';
import { CorpusError } from '../../model/errors.ts';
import { readGivenStream } from '../resource/read-given-file.ts';
import type { Fault } from './fault.ts';

/** A configuration file: its plain values, where each key stands, and what is wrong with it as YAML. */
export interface ConfigFile {
  readonly path: string;
  readonly values: Record<string, unknown>;
  /** `path:line:column` of a setting, or of the nearest key around it. */
  place(key: readonly (string | number)[]): string;
  readonly faults: readonly Fault[];
}

/**
 * Reads a cewen.yaml, in whatever encoding texts may have. Throws `usage/config-not-found`, `-unreadable`, `-not-a-file`,
 * `-silent-pipe`, `-not-text`.
 */
export function readConfigFile(path: string): ConfigFile {
  const bytes = readGivenStream(path, 'config');
  try {
    return parseConfig(decode(bytes, undefined, path).text, path);
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    throw new CorpusError('usage/config-not-text', path, error.values, error);
  }
}

/** Parses the text of a configuration file; `path` is for places only. */
export function parseConfig(text: string, path: string): ConfigFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  const faults: Fault[] = document.errors.map((error) => ({
    rule: 'usage/config-syntax',
    place: at(error.pos[0]),
    values: { reason: error.message },
  }));
  let content: unknown = {};
  try {
    if (faults.length === 0) content = document.toJS();
  } catch (error) {
    // An alias without its anchor, or aliases that unfold without end.
    faults.push({
      rule: 'usage/config-syntax',
      place: aliasPlace(text, at),
      values: { reason: (error as Error).message },
    });
  }
  let values: Record<string, unknown> = {};
  if (content !== null && typeof content === 'object' && !Array.isArray(content)) values = { ...content };
  else if (content !== null) faults.push({ rule: 'usage/config-not-a-map', place: `${path}:1:1`, values: {} });
  return {
    path,
    values,
    faults,
    place(key) {
      for (let length = key.length; length > 0; length--) {
        const last = key[length - 1];
        const holder = document.getIn(key.slice(0, length - 1), true) ?? document.contents;
        const pair = isMap(holder)
          ? holder.items.find((item) => isNode(item.key) && item.key.toJSON() === last)
          : undefined;
        const node = pair?.key ?? document.getIn(key.slice(0, length), true);
        if (isNode(node) && node.range) return at(node.range[0]);
      }
      return path;
    },
  };
}

/** Where the first alias stands: what cannot be unfolded is one. */
function aliasPlace(text: string, at: (offset: number) => string): string {
  return at(Math.max(0, text.search(/(?<=[\s,[{:-])\*[^\s*]/)));
}
