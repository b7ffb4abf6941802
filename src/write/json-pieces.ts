/**
 * What `JSON.stringify(value, null, 2)` gives, with a line feed, piece by piece: a list of each document of a large corpus is longer
 * than a string can be.
 */
export function* jsonPieces(value: Readonly<Record<string, unknown>>): Generator<string> {
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  if (entries.length === 0) {
    yield '{}\n';
    return;
  }
  let before = '{\n';
  for (const [key, one] of entries) {
    yield `${before}  ${JSON.stringify(key)}: `;
    if (Array.isArray(one) && one.length > 0) yield* listPieces(one);
    else yield indented(one, 2);
    before = ',\n';
  }
  yield '\n}\n';
}

function* listPieces(list: readonly unknown[]): Generator<string> {
  let before = '[\n';
  for (const one of list) {
    yield `${before}    ${indented(one, 4)}`;
    before = ',\n';
  }
  yield '\n  ]';
}

/** As it stands inside what is indented by so much. */
function indented(value: unknown, indent: number): string {
  return (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', `\n${' '.repeat(indent)}`);
}
