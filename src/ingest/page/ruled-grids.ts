/** A rule as long as it is, in points: `at` across its direction, from `start` to `end` along it. */
interface Rule {
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** A table that its rules show: `columns` and `rows` are the places of its grid, rising, in points. */
export interface RuledGrid {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  /** For each field of the grid, row by row, the first field of the cell that it is part of. */
  readonly cell: Int32Array;
}

/** Rules that come so near, in points, meet; places so near are one. */
const meets = 3;
/** Fields of a grid, at most; a finer one is squared paper. */
const mostFields = 10_000;
/** Part of a field's side that a rule must cover to be its border. */
const covers = 0.6;

/** The tables on a page: rules that meet and have two cells beside each other. `rules`: left, top, right, bottom of each. */
export function ruledGrids(rules: Float32Array): RuledGrid[] {
  const level: Rule[] = [];
  const upright: Rule[] = [];
  for (let k = 0; k + 3 < rules.length; k += 4) {
    const [x0, y0, x1, y1] = rules.subarray(k, k + 4) as unknown as [number, number, number, number];
    if (x1 - x0 >= y1 - y0) level.push({ at: (y0 + y1) / 2, start: x0, end: x1 });
    else upright.push({ at: (x0 + x1) / 2, start: y0, end: y1 });
  }
  const grids: RuledGrid[] = [];
  for (const group of meetingRules(level, upright)) {
    const grid = gridOf(group.level, group.upright);
    if (grid !== undefined) grids.push(grid);
  }
  return grids.sort((a, b) => a.rows[0]! - b.rows[0]! || a.columns[0]! - b.columns[0]!);
}

interface RuleGroup {
  readonly level: Rule[];
  readonly upright: Rule[];
}

function meetingRules(level: readonly Rule[], upright: readonly Rule[]): RuleGroup[] {
  const all = [...level, ...upright];
  const parent = Int32Array.from(all, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const join = (i: number, j: number) => {
    parent[root(j)] = root(i);
  };
  for (const [i, a] of level.entries()) {
    for (const [j, b] of upright.entries()) {
      if (within(a.at, b.start, b.end) && within(b.at, a.start, a.end)) join(i, level.length + j);
    }
  }
  const groups = new Map<number, RuleGroup>();
  for (const [i, rule] of all.entries()) {
    const key = root(i);
    const group = groups.get(key) ?? { level: [], upright: [] };
    groups.set(key, group);
    (i < level.length ? group.level : group.upright).push(rule);
  }
  return [...groups.values()].filter(({ level: own, upright: other }) => own.length >= 2 && other.length >= 1);
}

function within(at: number, start: number, end: number): boolean {
  return at >= start - meets && at <= end + meets;
}

function gridOf(level: readonly Rule[], upright: readonly Rule[]): RuledGrid | undefined {
  const columns = places([...upright.map(({ at }) => at), ...level.flatMap(({ start, end }) => [start, end])]);
  const rows = places([...level.map(({ at }) => at), ...upright.flatMap(({ start, end }) => [start, end])]);
  const wide = columns.length - 1;
  const high = rows.length - 1;
  if (wide < 2 || high < 1 || wide * high > mostFields) return undefined;
  const between = borders(upright, columns, rows);
  const under = borders(level, rows, columns);
  const cell = Int32Array.from({ length: wide * high }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (cell[at] !== at) at = cell[at]!;
    return at;
  };
  const join = (i: number, j: number) => {
    const [a, b] = [root(i), root(j)];
    cell[Math.max(a, b)] = Math.min(a, b);
  };
  for (let row = 0; row < high; row++) {
    for (let column = 0; column < wide; column++) {
      const field = row * wide + column;
      if (column + 1 < wide && between[(column + 1) * high + row] === 0) join(field, field + 1);
      if (row + 1 < high && under[(row + 1) * wide + column] === 0) join(field, field + wide);
    }
  }
  let beside = false;
  for (let i = 0; i < cell.length; i++) cell[i] = root(i);
  for (let i = 0; i < cell.length; i++) if (i % wide > 0 && cell[i] !== cell[i - 1]) beside = true;
  return beside ? { columns, rows, cell } : undefined;
}

/** 1 for each side of a field along the places `across` that a rule covers: `along.length - 1` elements a place. */
function borders(rules: readonly Rule[], across: readonly number[], along: readonly number[]): Uint8Array {
  const steps = along.length - 1;
  const covered = new Float64Array(across.length * steps);
  for (const { at, start, end } of rules) {
    const place = across.findIndex((other) => Math.abs(other - at) <= meets);
    if (place === -1) continue;
    for (let step = 0; step < steps; step++) {
      const shared = Math.min(end, along[step + 1]!) - Math.max(start, along[step]!);
      if (shared > 0) covered[place * steps + step]! += shared;
    }
  }
  return Uint8Array.from(covered, (length, i) => {
    const step = i % steps;
    return length >= covers * (along[step + 1]! - along[step]!) ? 1 : 0;
  });
}

/** Places that are not nearer to each other than rules that meet, rising. */
function places(all: readonly number[]): number[] {
  const result: number[] = [];
  for (const at of [...all].sort((a, b) => a - b)) if (at - (result.at(-1) ?? -Infinity) > meets) result.push(at);
  return result;
}
