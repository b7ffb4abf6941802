import { configs } from 'opencc-js/preset/t2cn';

/** Numbers of characters of a text that only Traditional, or only Simplified, writing has. */
export interface ScriptShare {
  readonly traditional: number;
  readonly simplified: number;
}

const script = { either: 0, traditional: 1, simplified: 2 } as const;

let table: Uint8Array | undefined;

export function scriptShare(text: string): ScriptShare {
  table ??= scriptTable();
  const scripts = table;
  let traditional = 0;
  let simplified = 0;
  for (let i = 0; i < text.length; i++) {
    const what = scripts[text.charCodeAt(i)]!;
    if (what === script.either) continue;
    if (what === script.traditional) traditional++;
    else simplified++;
  }
  return { traditional, simplified };
}

/**
 * The two sides of OpenCC's character dictionary, without what the other side writes too: GB 2312, the set of Simplified
 * texts, has 乾 and 著; Big5, the set of Traditional ones, has 后 and 里.
 */
function scriptTable(): Uint8Array {
  const scripts = new Uint8Array(0x10000);
  const dictionaries = (configs.t2s?.conversionChain[0] ?? []) as readonly string[];
  const pairs = dictionaries
    .flatMap((dictionary) => dictionary.split('|'))
    .filter((entry) => entry.length === 3 && entry[0] !== entry[2]);
  const gb2312 = characterSet('gb18030', [[0xb0, 0xf7]], [[0xa1, 0xfe]]);
  const big5 = characterSet(
    'big5',
    [
      [0xa4, 0xc6],
      [0xc9, 0xf9],
    ],
    [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  );
  for (const pair of pairs) if (!gb2312.has(pair[0]!)) scripts[pair.charCodeAt(0)] = script.traditional;
  for (const pair of pairs) {
    const unit = pair.charCodeAt(2);
    if (!big5.has(pair[2]!) && scripts[unit] === script.either) scripts[unit] = script.simplified;
  }
  return scripts;
}

type Ranges = readonly (readonly [first: number, last: number])[];

/** The characters of a two-byte encoding with these first and second bytes. */
function characterSet(encoding: string, firsts: Ranges, seconds: Ranges): ReadonlySet<string> {
  const bytes: number[] = [];
  for (const [firstLow, firstHigh] of firsts) {
    for (let first = firstLow; first <= firstHigh; first++) {
      for (const [low, high] of seconds) for (let second = low; second <= high; second++) bytes.push(first, second);
    }
  }
  return new Set(new TextDecoder(encoding).decode(Uint8Array.from(bytes)));
}
