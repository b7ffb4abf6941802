import type { Message } from '../../model/message.ts';
import { identityMap, type Span } from '../../text/offset-map.ts';
import { type Rewrite, RewriteBuilder } from '../../text/rewrite.ts';
import { action, actionAt, ideographOf, nextAction } from './glyph-actions.ts';
import { GlyphMessages } from './glyph-messages.ts';
import { shiftedLetter, shiftedRunEnd } from './shifted-latin.ts';

/** The text with its glyphs repaired, and what there is to tell about it. Spans are those of the text that was given. */
export interface GlyphRepair {
  readonly rewrite: Rewrite;
  readonly messages: readonly Message[];
}

/**
 * Forms that the table gives for radicals, and those that a Simplified text means: PDFs print 用户 as 用⼾, for which the
 * table has 用戶.
 */
const simplifiedForms: Readonly<Record<string, string>> = { 戶: '户', 靑: '青', 黃: '黄' };

/**
 * Puts right what a font or an extractor did to single characters: radicals and compatibility ideographs become the
 * characters that are meant, shifted Latin becomes Latin, what cannot be seen goes. Private-use characters, `(cid:12)` and
 * U+FFFD stay in the text and are told with their places; tokens that hold them are no words (the segment stage leaves
 * them out of its tokens). Of U+FFFD in the places `known` (sorted) nothing is told.
 */
export function repairGlyphs(raw: string, known: readonly Span[] = []): GlyphRepair {
  let builder: RewriteBuilder | undefined;
  let simplified: boolean | undefined;
  const told = new GlyphMessages();
  let k = 0;
  for (let i = nextAction(raw, 0); i < raw.length; i = nextAction(raw, i)) {
    const what = actionAt(raw.charCodeAt(i));
    let end = i + 1;
    let replacement: string | undefined;
    switch (what) {
      case action.radical: {
        replacement = ideographOf.get(raw.charCodeAt(i))!;
        const modern = simplifiedForms[replacement];
        if (modern !== undefined) {
          simplified ??= isSimplified(raw);
          if (simplified) replacement = modern;
        }
        told.count('repair/radicals', i, end);
        break;
      }
      case action.compatibility:
        replacement = raw.charAt(i).normalize('NFC');
        told.count('repair/compatibility-ideographs', i, end);
        break;
      case action.zeroWidth:
      case action.control:
        while (end < raw.length && actionAt(raw.charCodeAt(end)) === what) end++;
        replacement = '';
        told.count(what === action.control ? 'repair/control-characters' : 'repair/zero-width', i, end, end - i);
        break;
      case action.softHyphen:
        // At a line's end it is the hyphen of a broken word (eco⁃ / nomy), elsewhere it shows nothing.
        replacement = endsLine(raw, end) ? '-' : '';
        told.count('repair/zero-width', i, end);
        break;
      case action.privateUse:
        while (end < raw.length && actionAt(raw.charCodeAt(end)) === what) end++;
        told.place('repair/private-use', i, end, end - i, codePointName(raw.charCodeAt(i)));
        break;
      case action.unknown:
        while ((known[k]?.end ?? raw.length) <= i) k++;
        if (i >= (known[k]?.start ?? raw.length)) break;
        while (end < (known[k]?.start ?? raw.length) && actionAt(raw.charCodeAt(end)) === what) end++;
        told.place('repair/replacement-character', i, end, end - i, 'U+FFFD');
        break;
      case action.shifted:
        end = shiftedRunEnd(raw, i);
        if (end === i) {
          while (shiftedLetter(raw.charCodeAt(end)) !== 0) end++;
          break;
        }
        told.count('repair/shifted-latin', i, end);
        builder ??= new RewriteBuilder(raw);
        for (let at = i; at < end; at++) {
          const letter = shiftedLetter(raw.charCodeAt(at));
          builder.keep(at);
          if (letter !== 0) builder.replace(at + 1, String.fromCharCode(letter));
        }
        break;
      case action.parenthesis: {
        const marks = glyphNumbers(raw, i);
        if (marks.count === 0) break;
        end = marks.end;
        told.place('repair/cid', i, end, marks.count, raw.slice(i, raw.indexOf(')', i) + 1));
        break;
      }
      default: {
        const code = raw.codePointAt(i)!;
        if (code <= 0xffff) break;
        end = i + 2;
        if (code >= 0xf0000) {
          while (end < raw.length && (raw.codePointAt(end) ?? 0) >= 0xf0000) end += 2;
          told.place('repair/private-use', i, end, (end - i) / 2, codePointName(code));
        } else if (code >= 0xe0000) {
          if (code > 0xe01ef) break;
          replacement = '';
          told.count('repair/zero-width', i, end);
        } else {
          const canonical = raw.slice(i, end).normalize('NFC');
          if (code < 0x2f800 || canonical === raw.slice(i, end)) break;
          replacement = canonical;
          told.count('repair/compatibility-ideographs', i, end);
        }
      }
    }
    if (replacement !== undefined) {
      builder ??= new RewriteBuilder(raw);
      builder.keep(i);
      if (replacement === '') builder.remove(end, what === action.control ? 'control' : 'zero-width');
      else builder.replace(end, replacement);
    }
    i = end;
  }
  return {
    rewrite: builder?.finish() ?? { text: raw, map: identityMap(raw.length), removed: [] },
    messages: told.all(),
  };
}

/** How many glyph numbers such as `(cid:12)` stand one after the other here, and where they end. */
function glyphNumbers(text: string, start: number): { count: number; end: number } {
  let count = 0;
  let end = start;
  while (text.startsWith('(cid:', end)) {
    let at = end + 5;
    while (text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at++;
    if (at === end + 5 || text.charCodeAt(at) !== 0x29) break;
    count++;
    end = at + 1;
  }
  return { count, end };
}

function endsLine(text: string, at: number): boolean {
  while (text.charCodeAt(at) === 0x20) at++;
  const unit = text.charCodeAt(at);
  return unit >= 0x0a && unit <= 0x0d;
}

function codePointName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Whether a text has more of the commonest Simplified characters than of their Traditional forms. */
function isSimplified(text: string): boolean {
  const simplified = text.match(/[这为们个国会来对发经产业务长门开关东车见说时]/g)?.length ?? 0;
  const traditional = text.match(/[這為們個國會來對發經產業務長門開關東車見說時]/g)?.length ?? 0;
  return simplified > traditional;
}
