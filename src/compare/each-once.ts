/**
 * A function of two counts that is computed once for each pair of them: exact bounds take long, and most words of a corpus are rare
 * and share their counts with many others.
 */
export function eachOnce<T>(compute: (a: number, b: number) => T): (a: number, b: number) => T {
  const known = new Map<number, Map<number, T>>();
  return (a, b) => {
    let row = known.get(a);
    if (row === undefined) {
      row = new Map();
      known.set(a, row);
    }
    let value = row.get(b);
    if (value === undefined) {
      value = compute(a, b);
      row.set(b, value);
    }
    return value;
  };
}
