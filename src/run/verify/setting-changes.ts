/** A setting that differs between two runs, as text. */
export interface SettingChange {
  /** `cooccurrence.window` */
  readonly setting: string;
  readonly before: string;
  readonly after: string;
}

/** Every single setting that differs. */
export function settingChanges<Group extends object>(before: Group, after: Group): SettingChange[] {
  return differences(before, after, '');
}

function differences(before: unknown, after: unknown, path: string): SettingChange[] {
  if (isGroup(before) && isGroup(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => differences(before[name], after[name], path === '' ? name : `${path}.${name}`));
  }
  const [was, is] = [show(before), show(after)];
  return was === is ? [] : [{ setting: path, before: was, after: is }];
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  return value === undefined ? '' : String(value);
}
