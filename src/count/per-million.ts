import { significant } from '../measure/significant.ts';

/** Frequency per million counted words, as it stands in tables; null where there are no words. */
export function perMillion(frequency: number, tokens: number): number | null {
  return significant((frequency * 1e6) / tokens);
}
