import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Newest change under a folder, in milliseconds; 0 where it is not there. */
function newest(folder: string, ending: string): number {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(ending))
      .reduce((latest, name) => Math.max(latest, statSync(join(folder, name)).mtimeMs), 0);
  } catch {
    return 0;
  }
}

/**
 * Builds dist/ where it is older than the sources: the command line and the package are tested as users have them. Test
 * files run at the same time, so that the first one builds and the others wait.
 */
export function ensureBuilt(): void {
  locked(() => {
    const dist = newest(join(root, 'dist'), '.js');
    if (dist <= newest(join(root, 'src'), '.ts')) {
      execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
        cwd: root,
        stdio: 'inherit',
      });
    }
    buildReport();
  });
}

/** Builds what a report has in the browser, where it is older than its sources; enough for runs from the sources. */
export function ensureReportBuilt(): void {
  locked(buildReport);
}

function buildReport(): void {
  const client = join(root, 'src', 'report', 'client');
  const built = newest(join(root, 'dist', 'report', 'client'), '.js');
  if (built > Math.max(newest(client, '.ts'), newest(client, '.css'))) return;
  execFileSync('npm', ['run', '--silent', 'build:report'], { cwd: root, stdio: 'inherit' });
}

function locked(build: () => void): void {
  const lock = join(tmpdir(), `cewen-build-${Buffer.from(root).toString('hex').slice(-40)}`);
  for (let tries = 0; ; tries++) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      // A lock that a killed test left behind is taken over after two minutes.
      if (tries > 1200) break;
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
  try {
    build();
  } finally {
    rmdirSync(lock);
  }
}
