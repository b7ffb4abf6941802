import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CorpusError } from '../../model/errors.ts';
import type { ReportProgram } from '../../report/report-page.ts';
import { findPackageRoot } from '../resource/package-root.ts';

let program: ReportProgram | undefined;

/** The built script and style of the report. Throws `resource/no-report` where the package was not built. */
export function reportProgram(): ReportProgram {
  if (program !== undefined) return program;
  const folder = join(findPackageRoot().folder, 'dist', 'report', 'client');
  const read = (name: string) => {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch (error) {
      throw new CorpusError('resource/no-report', join(folder, name), {}, error);
    }
  };
  // esbuild leaves nothing in it that would end its element.
  const script = read('report.js');
  const digest = createHash('sha256').update(script).digest('base64');
  program = { script, digest, style: read('report.css') };
  return program;
}
