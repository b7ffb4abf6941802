import { existsSync } from 'node:fs';
import { CorpusError } from '../../model/errors.ts';
import { writeAtomically } from '../../write/atomic-file.ts';
import { type SettingKey, settingKeys } from '../setting-keys.ts';
import { say } from '../wording/wording.ts';

/** Writes a configuration file with every setting at its default; a file that exists is left alone. */
export function writeConfigTemplate(path: string): void {
  if (existsSync(path)) throw new CorpusError('output/exists', path);
  try {
    writeAtomically(path, configTemplate());
  } catch (error) {
    // Told of the name that was asked for, not of the one that stands for it while it is written.
    throw error instanceof CorpusError ? new CorpusError(error.code, path, error.values, error) : error;
  }
}

/** The text of a configuration file in which every setting has its default and both languages say what it does. */
export function configTemplate(): string {
  const lines = [
    `# ${say('en', 'init/head')}`,
    `# ${say('zh', 'init/head')}`,
    `# ${say('en', 'init/paths')}`,
    `# ${say('zh', 'init/paths')}`,
  ];
  let group: string | undefined;
  for (const key of settingKeys) {
    const nested = key.path.length > 1;
    const indent = nested ? '  ' : '';
    if (!nested || key.path[0] !== group) lines.push('');
    if (nested && key.path[0] !== group) lines.push(`${key.path[0]}:`);
    group = nested ? key.path[0] : undefined;
    const name = key.path.join('.');
    lines.push(`${indent}# ${say('en', `option/${name}`)}`, `${indent}# ${say('zh', `option/${name}`)}`);
    lines.push(`${indent}${key.path.at(-1)}: ${value(key)}`);
  }
  return `${lines.join('\n')}\n`;
}

function value(key: SettingKey): string {
  if (key.default === null) return 'null';
  if (Array.isArray(key.default)) return `[${key.default.join(', ')}]`;
  return String(key.default);
}
