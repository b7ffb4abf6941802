/** Why a thread of the stages ended: its work took too much time or memory, or threw what nothing caught. */
export type ThreadEnd = 'time' | 'memory' | 'fault';

/** What those are told who wait for a thread that has ended. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
  readonly end: ThreadEnd;
  /** Whether the thread was at this request; else it had not come to it. */
  readonly inHand: boolean;

  constructor(end: ThreadEnd, inHand: boolean, cause: unknown) {
    super(`the thread of the stages ended: ${end}`, { cause });
    this.end = end;
    this.inHand = inHand;
  }
}
