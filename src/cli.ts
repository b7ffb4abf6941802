#!/usr/bin/env node
import { main } from './run/main.ts';
import { languageOf } from './run/wording.ts';

// A reader that goes away, such as `head`, is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const argv = process.argv.slice(2);
process.exitCode = await main(argv, languageOf(askedLanguage(argv), process.env));

/** The language is needed before the command line can be read, because help and faults are told in it. */
function askedLanguage(words: readonly string[]): string | undefined {
  const at = words.indexOf('--lang');
  return at >= 0 ? words[at + 1] : words.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
}
