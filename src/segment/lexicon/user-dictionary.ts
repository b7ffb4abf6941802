import type { Message } from '../../model/message.ts';

/** An entry of a user's dictionary: what is left out is for the segmenter to find. */
export interface UserEntry {
  readonly form: string;
  /** On the scale of jieba's dictionary, a whole number; 0: never a word. */
  readonly frequency?: number;
  readonly tag?: string;
}

/** Entries of distinct forms, in the order in which they first came, and what was found on the way. */
export interface UserDictionary {
  readonly entries: readonly UserEntry[];
  /** With the name of the dictionary as `list`, and the line. */
  readonly messages: readonly Message[];
}

/** A user's dictionary as text; `name` is for messages. */
export interface UserDictionaryText {
  readonly name: string;
  readonly content: string;
}

/** cppjieba looks no further than this many characters ahead. */
const longestWord = 512;
/** cppjieba reads frequencies as integers of 32 bits. */
const greatestFrequency = 0x7fffffff;
const shownOfLine = 40;

/** The tag sets of jieba and of ICTCLAS, whose names dictionaries use. */
const tags = new Set(
  (
    'a ad ag al an b bg bl c cc d df dg dl e eng f g gb gg gm gp h i j k l m mg mq n nb ng nl nr nrf nrfg nrj nrt ns nsf nt ' +
    'nw nx nz o p pba pbei q qt qv r rg rr rry ry rys ryt ryv rz rzs rzt rzv s t tg u ud ug uj ul uv uz v vd vf vg vi vl vn ' +
    'vq vshi vx vyou w x xx y z zg'
  ).split(' '),
);
const anyTag = /^[a-z]{1,4}\d?$/;

/** Characters that no text keeps. */
const unseen = /[\p{Cf}\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu;

/**
 * Dictionaries in jieba's format: `word [frequency] [tag]` a line, parted by spaces or tabs. A word may hold spaces: what
 * comes last is a frequency if it is a number and a tag if it is the name of one, the rest is the word; before a tab
 * all is the word. Empty lines and those that begin with # are left out. Of two entries for a word the last one holds.
 * Words that are `outOfReach` of the segmenter are told.
 */
export function parseUserDictionaries(
  dictionaries: readonly UserDictionaryText[],
  outOfReach: (form: string) => boolean = () => false,
): UserDictionary {
  const entries = new Map<string, UserEntry>();
  const places = new Map<string, { list: string; line: number }>();
  const messages: Message[] = [];
  for (const { name: list, content } of dictionaries) {
    for (const [index, text] of content
      .replace(/^\ufeff/, '')
      .split(/\r\n|\r|\n/)
      .entries()) {
      const seen = text.replace(unseen, '');
      if (seen.trim() === '' || seen.startsWith('#')) continue;
      const line = index + 1;
      const { entry, rest } = parseLine(seen);
      if (!canBeEntry(entry.form)) {
        messages.push({
          severity: 'error',
          rule: 'segment/bad-user-word',
          values: { list, line, found: shown(entry.form) },
        });
        continue;
      }
      if (rest !== undefined) {
        const values = { list, line, word: shown(entry.form), found: shown(rest) };
        messages.push({ severity: 'warning', rule: 'segment/bad-user-columns', values });
      }
      if (outOfReach(entry.form)) {
        const values = { list, line, word: shown(entry.form) };
        messages.push({ severity: 'warning', rule: 'segment/word-out-of-reach', values });
      }
      const before = entries.get(entry.form);
      if (before !== undefined && (before.frequency !== entry.frequency || before.tag !== entry.tag)) {
        const { list: firstList, line: firstLine } = places.get(entry.form)!;
        const values = { list, line, word: shown(entry.form), first_list: firstList, first_line: firstLine };
        messages.push({ severity: 'warning', rule: 'segment/user-word-twice', values });
      }
      entries.set(entry.form, entry);
      places.set(entry.form, { list, line });
    }
  }
  return { entries: [...entries.values()], messages };
}

/** `rest` is what follows the word and is neither frequency nor tag. */
function parseLine(line: string): { entry: UserEntry; rest?: string } {
  const [, start = '', after] = /^([^\t]*)(?:\t(.*))?$/.exec(line.replace(/^\s+/, ''))!;
  if (after === undefined) return { entry: parseColumns(start.trim()) };
  const form = asForm(start);
  const [, number, tag, rest] = /^\s*(?:(\d+)(?!\S)\s*)?(?:([^\s\d]\S*)\s*)?(.*)$/.exec(after.trim())!;
  const entry = entryOf(form, number, tag);
  return rest ? { entry, rest } : { entry };
}

/** A line without tabs. */
function parseColumns(line: string): UserEntry {
  const full = /^(.*\S)\s+(\d+)\s+([^\s\d]\S*)$/.exec(line);
  if (full !== null) return entryOf(asForm(full[1]!), full[2], full[3]);
  const two = /^(.*\S)\s+(\S+)$/.exec(line);
  if (two === null) return { form: line };
  const [, form, last] = two as unknown as [string, string, string];
  if (/^\d+$/.test(last)) return entryOf(asForm(form), last, undefined);
  if (tags.has(last) || (anyTag.test(last) && /\p{Script=Han}/u.test(form)))
    return entryOf(asForm(form), undefined, last);
  return { form: asForm(line) };
}

function entryOf(form: string, number: string | undefined, tag: string | undefined): UserEntry {
  const frequency = number === undefined ? {} : { frequency: Math.min(Number(number), greatestFrequency) };
  return { form, ...frequency, ...(tag === undefined ? {} : { tag }) };
}

function asForm(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function canBeEntry(form: string): boolean {
  return (
    form !== '' && !/[\ufffd\p{Cs}]/u.test(form) && (form.length <= longestWord || [...form].length <= longestWord)
  );
}

function shown(text: string): string {
  return text.length > shownOfLine ? `${text.slice(0, shownOfLine).replace(/[\ud800-\udbff]$/, '')}…` : text;
}
