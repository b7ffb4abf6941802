import { inside } from '../engine/best-path.ts';
import { weightScale } from './boundary-model.ts';
import { foldedUnit, isMark, kindOfUnit } from './character-kinds.ts';
import { always, favoured, type WordLattice } from './word-lattice.ts';

/** Rows of the model for each offset. */
export const rowsOfOffset = 14;

// A hash of one to three units has neighbouring rows for the places at which they stand, so that they are in the cache together.
const oneBits = 13;
const twoBits = 15;
const threeBits = 15;
const twoAt = 4 << oneBits;
const threeAt = twoAt + (4 << twoBits);
const kindsAt = threeAt + (2 << threeBits);
const marginKindsAt = kindsAt + (1 << 16);
const marginWordsAt = marginKindsAt + (1 << 12);
const marginsAt = marginWordsAt + (1 << 10);
/** Always nought. */
const noRow = marginsAt + (1 << 12);

/** Rows of a model. */
export const rows: number = noRow + 1;

/** What the model may say at one offset, in steps of its weights: five nats, lest one rare character decide for a whole sentence. */
export const most: number = 5 * weightScale;

/** Asks a model of boundaries at each offset of a text. */
export class BoundaryLogits {
  readonly #weights: Int8Array;
  /** By offset: what the model says, in steps of its weights, from `-most` to `most`. */
  logits = new Int32Array(1025);

  /** Of a model, in steps of `1 / weightScale` nats. */
  constructor(weights: Int8Array) {
    this.#weights = weights;
  }

  /**
   * Fills `logits`; `record`, if given, gets the rows of each offset `i` from `rowsOfOffset × i` on, or -1 where the model is
   * not asked: inside what is not cut and beside marks.
   */
  ask(text: string, { places, margin, begins, ends }: WordLattice, record?: Int32Array): void {
    const { length } = text;
    if (this.logits.length <= length) this.logits = new Int32Array(2 * length);
    const { logits } = this;
    const weights = this.#weights;
    logits[0] = 0;
    if (length === 0) return;
    // Two units before an offset and two after it; the edge of a text is unit 0.
    let b = 0;
    let c = foldedUnit[text.charCodeAt(0)]!;
    let oneA = one(0);
    let oneB = one(0);
    let oneC = one(c);
    let twoB = two(0, 0);
    let twoC = two(0, c);
    let threeC = three(0, 0, c);
    let kinds = kindOfUnit[c]!;
    for (let i = 0; i < length; i++) {
      const unit = i + 1 < length ? text.charCodeAt(i + 1) : 0;
      const d = unit > 0xff && unit < 0xff00 ? unit : foldedUnit[unit]!;
      const kind = i + 1 < length ? kindOfUnit[unit]! : 0;
      const oneD = one(d);
      const twoD = two(c, d);
      const threeD = three(b, c, d);
      kinds = ((kinds << 4) | kind) & 0xffff;
      if (i > 0) {
        const m = margin[i]!;
        if (places[i] === inside) {
          logits[i] = -most;
          if (record !== undefined) record[i * rowsOfOffset] = -1;
        } else if (
          m === always &&
          ((begins[i]! > 1 && ends[i]! > 1) || (isMark[(kinds >> 8) & 15]! | isMark[(kinds >> 4) & 15]!) === 1)
        ) {
          logits[i] = most;
          if (record !== undefined) record[i * rowsOfOffset] = -1;
        } else {
          const favouredTwo = m >= favoured ? twoC + 3 : noRow;
          const marginKinds = marginKindsAt + ((m << 8) | ((kinds >> 4) & 0xff));
          const marginWords = marginWordsAt + ((m << 6) | (begins[i]! << 3) | ends[i]!);
          const margins = marginsAt + ((margin[i - 1]! << 8) | (m << 4) | margin[i + 1]!);
          const logit =
            weights[oneA]! +
            weights[oneB + 1]! +
            weights[oneC + 2]! +
            weights[oneD + 3]! +
            weights[twoB]! +
            weights[twoC + 1]! +
            weights[twoD + 2]! +
            weights[favouredTwo]! +
            weights[threeC]! +
            weights[threeD + 1]! +
            weights[kindsAt + kinds]! +
            weights[marginKinds]! +
            weights[marginWords]! +
            weights[margins]!;
          logits[i] = logit > most ? most : logit < -most ? -most : logit;
          if (record !== undefined) {
            const at = i * rowsOfOffset;
            record[at] = oneA;
            record[at + 1] = oneB + 1;
            record[at + 2] = oneC + 2;
            record[at + 3] = oneD + 3;
            record[at + 4] = twoB;
            record[at + 5] = twoC + 1;
            record[at + 6] = twoD + 2;
            record[at + 7] = favouredTwo;
            record[at + 8] = threeC;
            record[at + 9] = threeD + 1;
            record[at + 10] = kindsAt + kinds;
            record[at + 11] = marginKinds;
            record[at + 12] = marginWords;
            record[at + 13] = margins;
          }
        }
      }
      oneA = oneB;
      oneB = oneC;
      oneC = oneD;
      twoB = twoC;
      twoC = twoD;
      threeC = threeD;
      b = c;
      c = d;
    }
  }
}

function one(a: number): number {
  return (Math.imul(a, 0x9e3779b1) >>> (32 - oneBits)) * 4;
}

function two(a: number, b: number): number {
  const mixed = Math.imul((a << 16) | b, 0x9e3779b1);
  return twoAt + (Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> (32 - twoBits)) * 4;
}

function three(a: number, b: number, c: number): number {
  const mixed = Math.imul(((a << 16) | b) ^ Math.imul(c, 0x2545f491), 0x9e3779b1);
  return threeAt + (Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> (32 - threeBits)) * 2;
}
