import { type Verification, verify } from '../verify/verify.ts';
import { type Language, say } from '../wording/wording.ts';
import { settingsToday } from './settings-today.ts';

// More names than this say no more.
const shown = 20;

/** `cewen verify`: prints what was found; 0 where every output is the same and no cause changed, else 1. */
export async function verifyCommand(
  request: { readonly folder: string; readonly inputs: readonly string[] },
  language: Language,
  signal: AbortSignal,
): Promise<number> {
  const found = await verify(request.folder, request.inputs, settingsToday, { signal });
  process.stdout.write(verificationText(found, language));
  return found.different.length === 0 && found.causes.length === 0 ? 0 : 1;
}

function verificationText({ outputs, different, causes, notes }: Verification, language: Language): string {
  const lines: string[] = [];
  const list = (items: readonly string[]) => {
    for (const item of items.slice(0, shown)) lines.push(`  ${item}`);
    if (items.length > shown) lines.push(`  ${say(language, 'verify/more', { count: items.length - shown })}`);
  };
  const tell = (found: Verification['causes']) =>
    found.map(({ rule, values, fault }) => {
      const reason = fault === undefined ? '' : say(language, fault.rule, fault.values);
      return say(language, rule, { ...values, reason });
    });
  if (causes.length > 0) lines.push(say(language, 'verify/causes'));
  list(tell(causes));
  if (different.length > 0) lines.push(say(language, 'verify/different', { count: different.length, outputs }));
  list(different);
  if (different.length === 0) {
    lines.push(say(language, causes.length > 0 ? 'verify/same-as-recorded' : 'verify/same', { outputs }));
  } else if (causes.length === 0) lines.push(say(language, 'verify/no-cause'));
  if (notes.length > 0) lines.push(say(language, 'verify/notes'));
  list(tell(notes));
  return `${lines.join('\n')}\n`;
}
