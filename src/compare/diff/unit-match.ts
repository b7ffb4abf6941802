/** Units that are one another in two versions: one on each side, or several on one where it was split or merged. */
export interface UnitMatch {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** Whether it stands at another place among those that kept their order. */
  readonly isMoved: boolean;
}
