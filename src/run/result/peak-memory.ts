import { readFileSync } from 'node:fs';

/** The most memory that this process has held, in megabytes. */
export function peakMemory(): number {
  return Math.round((highWaterMark() ?? process.resourceUsage().maxRSS) / 1024);
}

/** Linux's own figure in kilobytes: that of getrusage begins at what the process that started this one held. */
function highWaterMark(): number | undefined {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
    return found === null ? undefined : Number(found[1]);
  } catch {
    return undefined;
  }
}
