import type { Engine } from '../model/engine.ts';
import { createNodejiebaEngine } from './nodejieba-engine.ts';

let last: { readonly key: string; readonly engine: Engine } | undefined;

/** An engine that knows these forms: the last one where it does, because its dictionaries take a second to load. */
export function engineWith(forms: readonly string[]): Engine {
  const key = forms.join('\n');
  if (last?.key !== key) last = { key, engine: createNodejiebaEngine(forms) };
  return last.engine;
}
