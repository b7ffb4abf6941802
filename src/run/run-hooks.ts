import type { HeldPipes } from './resource/read-given-file.ts';
import type { ManifestSettings } from './result/manifest.ts';

/** What a caller may want of a run beside its result. */
export interface RunHooks {
  /** Ends the run between two documents; its reason is the name of the signal. */
  readonly signal?: AbortSignal;
  /** Called before each document, and once at the end. */
  readonly progress?: (done: number, total: number, document: string) => void;
  /** Whether nothing is run after it: then the threads go before the tables are finished, which need their memory. */
  readonly isLast?: boolean;
  /** For the run log only: the command line and the configuration file that the settings come from. */
  readonly argv?: readonly string[];
  readonly config?: string | null;
  /** Folders inside the inputs that are no part of the corpus, beside the output. */
  readonly ignored?: readonly string[];
  /** What was read of lists and metadata that are pipes. */
  readonly held?: HeldPipes;
  /** The settings that the manifest names, where copies stand in for lists that are gone. */
  readonly namedSettings?: ManifestSettings;
}
