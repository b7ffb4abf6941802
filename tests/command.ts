import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const english = { LANG: 'en_GB.UTF-8', LC_ALL: '', LC_MESSAGES: '' };

/** Runs the built command as a user would, in English unless the environment says otherwise. */
export function cewen(args: readonly string[], options: { cwd?: string; env?: Record<string, string> } = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    cwd: options.cwd,
    env: { ...process.env, ...english, ...options.env },
  });
  return { code: status, stdout, stderr };
}

/** Starts the built command, as this user where one is given, without waiting for its end. */
export function startCewen(args: readonly string[], cwd: string, user?: number): ChildProcess {
  const as = user === undefined ? {} : { uid: user, gid: user };
  return spawn(process.execPath, [cli, ...args], { cwd, env: { ...process.env, ...english }, ...as });
}
