import { gluedUnits } from '../number/glued-units.ts';

const chinese = '〇○零一二三四五六七八九两十百千万亿';
const amount = '[\\d０-９]+(?:[,，.．:：/／·][\\d０-９]+)*(?:[百千万亿]+\\d*)*[多余几]?[万亿]*[%％‰]?';
const range = `${amount}(?:[-－—–―−~～]${amount})*`;
const inCharacters = `[几数]?[${chinese}][${chinese}多余几0０OoＯ]*(?:分之(?:[${chinese}]+|${amount}))?`;
const number = new RegExp(`^第?(?:${range}|${inCharacters})(?:${gluedUnits.join('|')})?$`);
const year = '(?:[12]\\d{3}|[一二][〇○零一二三四五六七八九0０OoＯ]{3})';
const date = new RegExp(
  `^(?:(?:19|20)\\d\\d([-./])\\d\\d?\\1\\d\\d?|${year}(?:[-－—–~～]${year})?年|(?:\\d\\d?|[一二三]?十[一二三四五六七八九]?)[月日])$`,
);
const documentNumber = /^[\u3400-\u9fff]{2,14}[〔［[﹝（(【]\d{4}[〕］\]﹞）)】]第?\d{1,5}号$/;
const congress = /^(?:二十[一二三四五六七八九]?|十[一二三四五六七八九])大$/;
const hasNumber = new RegExp(`[\\d０-９]|.[${chinese}]|[${chinese}].`);
const lettersAndDigits = /^(?=.*[A-Za-zＡ-Ｚａ-ｚ])[\dA-Za-z０-９Ａ-Ｚａ-ｚ.&-]+$/;

/**
 * Part of speech, in jieba's tag set, of a form that a policy token may have: numbers m, dates t, numbers of documents and
 * congresses nz, letters with digits eng. Undefined for all others.
 */
export function tagOfForm(form: string): string | undefined {
  if (!hasNumber.test(form)) return undefined;
  if (date.test(form)) return 't';
  if (number.test(form)) return 'm';
  if (lettersAndDigits.test(form)) return 'eng';
  return documentNumber.test(form) || congress.test(form) ? 'nz' : undefined;
}
