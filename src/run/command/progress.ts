import { Presets, SingleBar } from 'cli-progress';
import { type Language, say } from '../wording/wording.ts';
import { printable } from './printable.ts';

/** A bar on stderr, where that is a terminal; elsewhere nothing, because logs are no place for it. */
export interface Progress {
  readonly update: (done: number, total: number, document: string) => void;
  readonly stop: () => void;
}

export function createProgress(language: Language): Progress {
  if (process.stderr.isTTY !== true) return { update: () => {}, stop: () => {} };
  const format = say(language, 'progress/bar');
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true, clearOnComplete: true }, Presets.rect);
  let started = false;
  return {
    update(done, total, document) {
      const payload = { document: printable(document) };
      if (!started) bar.start(total, done, payload);
      started = true;
      bar.update(done, payload);
    },
    stop() {
      if (started) bar.stop();
    },
  };
}
