const digits = '〇一二三四五六七八九';
const counting = { digits: '零一二三四五六七八九', units: ['', '十', '百', '千'], tenThousand: '万' };
const legalSimplified = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'], tenThousand: '万' };
const legalTraditional = { digits: '零壹貳參肆伍陸柒捌玖', units: ['', '拾', '佰', '仟'], tenThousand: '萬' };
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';
/** Signs with a number in them, by their formats: the sign of 1 and how many there are. */
const enclosed: Readonly<Record<string, readonly (readonly [first: number, count: number])[]>> = {
  circle: [
    [0x2460, 20],
    [0x3251, 15],
    [0x32b1, 15],
  ],
  fullStop: [[0x2488, 20]],
  brackets: [[0x2474, 20]],
  ideograph: [[0x3280, 10]],
};
const romans: readonly (readonly [value: number, numeral: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
/** Above it a numeral would be long without end; no list is so long. */
const highestRoman = 4999;
const longestLetters = 20;

type Script = typeof counting;

/**
 * A number as a list shows it. `format` is a name of ST_NumberFormat (ECMA-376 part 1, 17.18.59); a format that is not
 * known gives the number in digits.
 */
export function formatNumber(format: string, value: number): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'numberInDash':
      return `- ${value} -`;
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerLetter':
      return letters(value);
    // Above 99 programs differ in some of these; LibreOffice writes all of them as Chinese laws do.
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return value >= 10 && value < 20 ? written(value, counting).slice(1) : written(value, counting);
    case 'chineseLegalSimplified':
      return written(value, legalSimplified);
    case 'ideographLegalTraditional':
      return written(value, legalTraditional);
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
    case 'koreanDigital2':
      return String(value).replace(/\d/g, (digit) => digits.charAt(Number(digit)));
    case 'ideographTraditional':
      return stems.charAt(value - 1) || String(value);
    case 'ideographZodiac':
      return branches.charAt(value - 1) || String(value);
    case 'ideographZodiacTraditional':
      return value < 1 ? String(value) : stems.charAt((value - 1) % 10) + branches.charAt((value - 1) % 12);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return sign('circle', value);
    case 'decimalEnclosedFullstop':
      return sign('fullStop', value);
    case 'decimalEnclosedParen':
      return sign('brackets', value);
    case 'ideographEnclosedCircle':
      return sign('ideograph', value);
    default:
      return String(value);
  }
}

/** ① and other signs; the number in digits where there is no sign for it. */
function sign(kind: string, value: number): string {
  let before = 0;
  for (const [first, count] of enclosed[kind] ?? []) {
    if (value > before && value <= before + count) return String.fromCharCode(first + value - before - 1);
    before += count;
  }
  return String(value);
}

function roman(value: number): string {
  if (value < 1 || value > highestRoman) return String(value);
  let rest = value;
  let text = '';
  for (const [step, numeral] of romans) {
    for (; rest >= step; rest -= step) text += numeral;
  }
  return text;
}

/** a … z, aa, bb …, as Word and LibreOffice count. */
function letters(value: number): string {
  if (value < 1 || value > 26 * longestLetters) return String(value);
  return String.fromCharCode(0x61 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

/** 一百零一; numbers up to 99,999,999. */
function written(value: number, script: Script): string {
  if (value < 0 || value >= 1e8) return String(value);
  if (value === 0) return script.digits.charAt(0);
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return group(low, script);
  const gap = low > 0 && low < 1000 ? script.digits.charAt(0) : '';
  return `${group(high, script)}${script.tenThousand}${gap}${group(low, script)}`;
}

/** A number below 10,000; empty for 0. */
function group(value: number, script: Script): string {
  let text = '';
  let hasGap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit > 0) {
      text += (hasGap ? script.digits.charAt(0) : '') + script.digits.charAt(digit) + script.units[place]!;
    }
    hasGap = digit === 0 && text !== '';
  }
  return text;
}
