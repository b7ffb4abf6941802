import { isHan } from '../text/characters.ts';
import { type Rewrite, RewriteBuilder } from '../text/rewrite.ts';

/** What to do at a unit: nothing, put its ASCII form, or look around first. */
const width = { right: 0, fold: 1, space: 2, stop: 3, hyphen: 4, angle: 5, bracket: 6 } as const;

const table = new Uint8Array(0x10000);
for (const character of '０１２３４５６７８９％＋＝／＊＃＆＠＄＾＿｀｜＼＂＇')
  table[character.charCodeAt(0)] = width.fold;
table.fill(width.fold, 0xff21, 0xff3b); // Ａ–Ｚ
table.fill(width.fold, 0xff41, 0xff5b); // ａ–ｚ
for (const unit of [0xa0, 0x202f, 0x205f]) table[unit] = width.space;
table.fill(width.space, 0x2000, 0x200b);
table['．'.charCodeAt(0)] = width.stop;
table['－'.charCodeAt(0)] = width.hyphen;
table['＜'.charCodeAt(0)] = width.angle;
table['＞'.charCodeAt(0)] = width.angle;
const openBracket = '［'.charCodeAt(0);
table[openBracket] = width.bracket;
table['］'.charCodeAt(0)] = width.bracket;
for (const character of '￥￡￠') table[character.charCodeAt(0)] = width.fold;

const signs: Readonly<Record<string, string>> = { '￥': '¥', '￡': '£', '￠': '¢' };

/** From the full-width forms to ASCII. */
const fullWidth = 0xfee0;

/**
 * Letters, digits and signs in their ASCII width: ＡＢＣ１２３ → ABC123, ４．５％ → 4.5%, ３，０００ → 3,000, ［１２］ → [12]; the
 * spaces of typesetters as ordinary ones. The marks of Chinese text stay full-width, half-width katakana stay as they are.
 * Undefined where nothing changes.
 */
export function foldWidths(text: string): Rewrite | undefined {
  let builder: RewriteBuilder | undefined;
  const put = (at: number, character: string) => {
    builder ??= new RewriteBuilder(text);
    builder.keep(at);
    builder.replace(at + 1, character);
  };
  let closing = -1; // place of the ］ of the bracket that is being read
  for (let i = nextWidth(text, 0); i < text.length; i = nextWidth(text, i + 1)) {
    const unit = text.charCodeAt(i);
    switch (table[unit]) {
      case width.fold:
        put(i, folded(text, i));
        if (unit <= 0xff19 && unit >= 0xff10 && parts(text, i + 1)) {
          put(i + 1, text[i + 1] === '，' ? ',' : ':');
          i++;
        }
        break;
      case width.space:
        put(i, ' ');
        break;
      case width.stop: {
        // 四．五公尺 and 方法．对 stay: a full stop of Chinese text, a decimal point between Chinese numerals.
        const before = text.charCodeAt(i - 1);
        if (isAlphanumeric(before) || (!isHan(before) && isAlphanumeric(text.charCodeAt(i + 1)))) put(i, '.');
        break;
      }
      case width.hyphen:
        if (besideLatin(text, i)) put(i, '-');
        break;
      case width.angle:
        if (isAlphanumeric(text.charCodeAt(i - 1)) && isAlphanumeric(text.charCodeAt(i + 1))) put(i, folded(text, i));
        break;
      default:
        if (unit === openBracket) {
          closing = bracketEnd(text, i);
          if (closing > i) put(i, '[');
        } else if (i === closing) put(i, ']');
    }
  }
  return builder?.finish();
}

function nextWidth(text: string, from: number): number {
  let i = from;
  while (i < text.length && table[text.charCodeAt(i)] === width.right) i++;
  return i;
}

function folded(text: string, at: number): string {
  return signs[text.charAt(at)] ?? String.fromCharCode(text.charCodeAt(at) - fullWidth);
}

/** Whether a full-width ， or ： stands inside a number written with full-width digits: ３４，２５０ and １０：３０. */
function parts(text: string, at: number): boolean {
  const mark = text[at];
  if (mark === '，') return /^[０-９]{3}(?![０-９])/.test(text.slice(at + 1, at + 5));
  return mark === '：' && /^[０-５][０-９](?![０-９])/.test(text.slice(at + 1, at + 4));
}

/** Whether a letter or digit, and nothing Chinese, stands beside a place: ＧＢ－Ｔ, but not 中国－东盟. */
function besideLatin(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  return (isAlphanumeric(before) || isAlphanumeric(after)) && !isHan(before) && !isHan(after);
}

/** Place of the ］ that closes a short bracket without Chinese, such as ［１２］ or ［Ｊ］; `start` where there is none. */
function bracketEnd(text: string, start: number): number {
  for (let i = start + 1; i < text.length && i < start + 24; i++) {
    const unit = text.charCodeAt(i);
    const what = table[unit];
    if (what === width.bracket) return unit !== openBracket && i > start + 1 ? i : start;
    const ascii = unit > 0x20 && unit < 0x7f && unit !== 0x5b;
    if (!ascii && (what === width.right || what === width.space) && !'，：、—–'.includes(text[i]!)) return start;
  }
  return start;
}

function isAlphanumeric(unit: number): boolean {
  const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - fullWidth : unit;
  return (narrow >= 0x30 && narrow <= 0x39) || ((narrow | 0x20) >= 0x61 && (narrow | 0x20) <= 0x7a);
}
