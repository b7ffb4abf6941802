/** Class of a space of any kind; class 0 is for units that no form is made of. */
export const spaceClass = 1;

/**
 * The forms of a list as a tree with suffix links (Aho and Corasick 1975) in a double array (Aoe 1989): the child of
 * `state` by a unit of class `c` is `base[state] + c`, if the `parent` of that is `state`. State 0 is the root.
 */
export interface FormTree {
  /** The root's child by each class; 0 where there is none. */
  readonly rootNext: Int32Array;
  readonly base: Int32Array;
  readonly parent: Int32Array;
  /** The state of the longest proper suffix of a state. */
  readonly suffix: Int32Array;
  /** Index of the form that ends at a state, plus one; 0 where none does. */
  readonly form: Int32Array;
  /** The state itself where a form ends at it, else as `suffixForm`. */
  readonly firstForm: Int32Array;
  /** The longest proper suffix at which a form ends; 0 where there is none. */
  readonly suffixForm: Int32Array;
}

const unused = -1;

/** Builds the tree. `classes` has a class above 0 for every unit of the forms; no form is empty or there twice. */
export function formTree(forms: readonly string[], classes: Uint16Array): FormTree {
  let classCount = spaceClass + 1;
  for (let unit = 0; unit < classes.length; unit++) classCount = Math.max(classCount, classes[unit]! + 1);
  const rootNext = new Int32Array(classCount);
  const parent = [0];
  const base = [0];
  const suffix = [0];
  const form = [0];
  const suffixForm = [0];
  const child = (state: number, unitClass: number) => {
    const next = base[state]! + unitClass;
    return parent[next] === state ? next : 0;
  };
  const order = forms.map((_, f) => f).sort((a, b) => (forms[a]! < forms[b]! ? -1 : 1));
  const nextPlace = placer(parent);
  // A state waits with its depth and the stretch of `order` that goes through it, breadth first: suffixes are shorter
  // than their state, so that they are there when they are asked for.
  const waiting: number[] = [0, 0, 0, order.length];
  const steps: number[] = [];
  const begins: number[] = [];
  for (let w = 0; w < waiting.length; w += 4) {
    const state = waiting[w]!;
    const depth = waiting[w + 1]!;
    const to = waiting[w + 3]!;
    let from = waiting[w + 2]!;
    if (from < to && forms[order[from]!]!.length === depth) from++; // the form that ends here sorts before longer ones
    if (from === to) continue;
    steps.length = 0;
    begins.length = 0;
    for (let o = from; o < to; o++) {
      const unitClass = classes[forms[order[o]!]!.charCodeAt(depth)]!;
      if (steps.at(-1) === unitClass) continue;
      steps.push(unitClass);
      begins.push(o);
    }
    begins.push(to);
    const place = nextPlace(steps);
    base[state] = place;
    // Room for every class after the last base, so that the scan needs no test for the end.
    while (parent.length < place + classCount) {
      parent.push(unused);
      base.push(0);
      suffix.push(0);
      form.push(0);
      suffixForm.push(0);
    }
    for (let s = 0; s < steps.length; s++) {
      const unitClass = steps[s]!;
      const next = place + unitClass;
      parent[next] = state;
      if (state === 0) rootNext[unitClass] = next;
      for (let shorter = state; shorter !== 0 && suffix[next] === 0; ) {
        shorter = suffix[shorter]!;
        suffix[next] = child(shorter, unitClass);
      }
      const first = order[begins[s]!]!;
      if (forms[first]!.length === depth + 1) form[next] = first + 1;
      suffixForm[next] = form[suffix[next]!] === 0 ? suffixForm[suffix[next]!]! : suffix[next]!;
      waiting.push(next, depth + 1, begins[s]!, begins[s + 1]!);
    }
  }
  const firstForm = Int32Array.from(suffixForm);
  for (let state = 0; state < form.length; state++) if (form[state] !== 0) firstForm[state] = state;
  return {
    rootNext,
    base: Int32Array.from(base),
    parent: Int32Array.from(parent),
    suffix: Int32Array.from(suffix),
    form: Int32Array.from(form),
    firstForm,
    suffixForm: Int32Array.from(suffixForm),
  };
}

/** Finds a base at which all of these classes are unused. It gives up on the places before, once nine in ten are used. */
function placer(parent: readonly number[]): (unitClasses: readonly number[]) => number {
  let begin = 1;
  const fits = (place: number, unitClasses: readonly number[]) => {
    for (const unitClass of unitClasses) if ((parent[place + unitClass] ?? unused) !== unused) return false;
    return true;
  };
  return (unitClasses) => {
    const first = unitClasses[0]!;
    let slot = Math.max(begin, first);
    let used = 0;
    let tried = 0;
    for (; ; slot++) {
      tried++;
      if ((parent[slot] ?? unused) !== unused) used++;
      else if (fits(slot - first, unitClasses)) break;
    }
    if (used * 10 >= tried * 9 || tried > 1000) begin = slot;
    return slot - first;
  };
}
