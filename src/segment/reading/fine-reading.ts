import type { Engine } from '../../model/engine.ts';
import { characterClass, classOf, codePoints } from '../../text/characters.ts';
import { suffixCharacters } from '../../text/suffix-characters.ts';
import { isNoName } from './opened-name.ts';

// jieba's tags for names of people (Chinese, transliterated, Japanese) and places. Bodies (nt: 中国共产党) and other names
// (nz: 中华民族) are made of words that mean what they say, and are read.
const nameTags = new Set(['nr', 'nrfg', 'nrt', 'ns']);

const placeKinds = new Set(['省', '市', '县', '区', '州', '盟', '旗', '乡', '镇', '村', '自治区', '自治州', '自治县']);

const noEnds: readonly number[] = [];

/**
 * Looks up where the fine reading cuts a form (by its id in the engine): ends in UTF-16 units, both ends of the form left
 * out. A word longer than two characters is segmented once more without its own entry, and so are its parts; names and
 * words of which nothing but single characters is left stay whole, but a place name gives up the kind of place. Runs of
 * letters and digits are never cut. 中国共产党 → 中国|共产|党, 发展中国家 → 发展|中|国家, 举国体制 → 举|国|体制, 广东省 → 广东|省,
 * 依法治国 and 内蒙古 whole. What is tagged as a name and is none (安全措施) is read like any word.
 */
export function createFineReading(engine: Engine): (id: number) => readonly number[] {
  const known = new Map<number, readonly number[]>();
  const read = (id: number): readonly number[] => {
    let ends = known.get(id);
    if (ends === undefined) {
      const form = engine.form(id);
      ends = readable(form) ? readAnew(form, engine.tag(id)) : noEnds;
      known.set(id, ends);
    }
    return ends;
  };
  const readAnew = (form: string, tag: string): readonly number[] => {
    const parts = engine.parts(form).filter((end) => end === form.length || !insideRun(form, end));
    if (parts.length < 2) return noEnds;
    if (isBeforeSuffix(form, parts, engine)) return [1, 2];
    if (nameTags.has(tag) && !isNoName(form, tag, parts, engine)) return readPlace(form, parts);
    const ends: number[] = [];
    let start = 0;
    let words = 0;
    for (const end of parts) {
      if (codePoints(form, start, end) > 1) words++;
      for (const inner of read(engine.id(form.slice(start, end)))) ends.push(start + inner);
      if (end < form.length) ends.push(end);
      start = end;
    }
    return words === 0 ? noEnds : ends;
  };
  // 广东省 is 广东, as 内蒙古 is not 蒙古: a place before the kind of place it is, or before a place in it (上海市浦东新区, 上海浦东新区).
  const readPlace = (form: string, parts: readonly number[]): readonly number[] => {
    const end = parts[0]!;
    const place = engine.id(form.slice(0, end));
    if (parts.length !== 2 || engine.tag(place) !== 'ns') return noEnds;
    const rest = form.slice(end);
    if (placeKinds.has(rest)) return [end];
    const inner = read(place);
    const isInPlace = inner.length > 0 || (rest.length > 2 && placeKinds.has(rest.slice(-1)));
    return isInPlace && engine.tag(engine.id(rest)) === 'ns' ? [...inner, end] : noEnds;
  };
  return read;
}

/**
 * 大|学生 which is also 大学|生, 民|法典 which is also 民法|典: a word of three characters whose best reading parts one and
 * two, though its last one is a suffix and the others are a word. It is cut in both places.
 */
function isBeforeSuffix(form: string, parts: readonly number[], engine: Engine): boolean {
  if (form.length !== 3 || parts[0] !== 1 || parts.length !== 2 || !suffixCharacters.has(form.charAt(2))) return false;
  const tag = engine.tag(engine.id(form.slice(0, 2)));
  return tag !== '' && tag !== 'x';
}

/** Whether a form is longer than two characters and not one run of letters and digits. */
function readable(form: string): boolean {
  if (codePoints(form) <= 2) return false;
  for (let i = 1; i < form.length; i++) if (!insideRun(form, i)) return true;
  return false;
}

/** Whether an offset parts two letters or digits. */
function insideRun(form: string, offset: number): boolean {
  return inRun(form.charCodeAt(offset - 1)) && inRun(form.charCodeAt(offset));
}

function inRun(unit: number): boolean {
  const kind = classOf(unit);
  return kind === characterClass.latin || kind === characterClass.digit;
}
