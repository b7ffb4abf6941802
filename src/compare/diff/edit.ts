/** A stretch of pieces that both versions have, or that was replaced; ends are exclusive, and one range of a change may be empty. */
export interface Edit {
  readonly same: boolean;
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}
