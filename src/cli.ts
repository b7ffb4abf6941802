#!/usr/bin/env node
import { askedLanguage } from './run/command/command-words.ts';
import { main } from './run/command/main.ts';
import { lostOutput, watchStream } from './run/command/standard-streams.ts';
import { languageOf } from './run/wording/wording.ts';

const stdout = watchStream(process.stdout);
const stderr = watchStream(process.stderr);
const argv = process.argv.slice(2);
const language = languageOf(askedLanguage(argv), process.env);
const exitCode = await main(argv, language);
process.exitCode = await lostOutput(exitCode, stdout, stderr, language);
