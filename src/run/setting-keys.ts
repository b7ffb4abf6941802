import { defaultSettings } from './settings.ts';

/** How one setting is written on the command line. */
export interface SettingKey {
  /** Path in the configuration file: `['cooccurrence', 'window']`. */
  readonly path: readonly string[];
  readonly kind: 'text' | 'list' | 'switch' | 'number' | 'numbers' | 'number or word';
  readonly default: unknown;
}

/** Every single setting, read from the schema, so that a new one has its option without being named twice. */
export const settingKeys: readonly SettingKey[] = keysOf(defaultSettings(), []);

function keysOf(value: Readonly<Record<string, unknown>>, path: readonly string[]): SettingKey[] {
  return Object.entries(value).flatMap(([name, value]): SettingKey[] => {
    const here = [...path, name];
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      return keysOf(value as Record<string, unknown>, here);
    }
    return [{ path: here, kind: name === 'workers' ? 'number or word' : kindOf(value), default: value }];
  });
}

function kindOf(value: unknown): SettingKey['kind'] {
  if (Array.isArray(value)) return typeof value[0] === 'number' ? 'numbers' : 'list';
  if (typeof value === 'boolean') return 'switch';
  return typeof value === 'number' ? 'number' : 'text';
}
