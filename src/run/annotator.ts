import type { DescribedDocument, RawDocument } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import type { Term } from '../model/term.ts';
import { checkSettings } from './command/options.ts';
import { openCorpus } from './open-corpus.ts';
import { createPlan } from './plan.ts';
import { loadLexicon } from './resource/load-lexicon.ts';
import { loadResources } from './resource/resources.ts';
import type { SettingsInput } from './settings.ts';
import { Stopwatch } from './stopwatch.ts';
import { failureMessage } from './thread/failed-document.ts';

/** What is known of a text that is no file; `id` is its name, `format` is text where it is left out. */
export interface GivenText extends Partial<Pick<RawDocument, 'meta' | 'format' | 'marks' | 'layout'>> {
  readonly id?: string;
}

/** A document of a corpus, or why it could not be processed. */
export type StreamedDocument =
  | { readonly id: string; readonly document: DescribedDocument }
  | { readonly id: string; readonly failed: Message };

/** All stages of a run, for one document after another, in this thread. */
export interface Annotator {
  /** The labels of a document's terms are indices into it. */
  readonly terms: readonly Term[];
  /** Repairs, normalises, segments, tags and describes a text. */
  annotate(raw: string, given?: GivenText): Promise<DescribedDocument>;
  /**
   * Reads and annotates the documents of the settings' paths, one at a time in their order: memory does not grow with their
   * number. Throws what keeps the corpus from being listed.
   */
  documents(): AsyncGenerator<StreamedDocument>;
}

/** An annotator of these settings; those that are left out have the defaults of a run. Throws CorpusError and SettingsError. */
export function createAnnotator(input: SettingsInput = {}): Annotator {
  const settings = checkSettings(input);
  const { terms, userWords } = loadResources(settings, []);
  const plan = createPlan({ settings, terms, userWords, lexicon: loadLexicon() });
  const watch = new Stopwatch();
  return {
    terms,
    annotate(raw, { id = 'text', meta = {}, format = 'text', marks, layout } = {}) {
      const bytes = Buffer.byteLength(raw);
      const given = { id, meta, format, encoding: '', bytes, sha256: '', raw, messages: [] };
      const known = { ...(marks === undefined ? {} : { marks }), ...(layout === undefined ? {} : { layout }) };
      return plan.annotate({ ...given, ...known }, watch);
    },
    async *documents() {
      const corpus = openCorpus(settings);
      for (const file of corpus.files) {
        try {
          yield { id: file.id, document: await plan.process(file, corpus.metadataOf(file.id), watch) };
        } catch (error) {
          const failed = failureMessage(error);
          if (failed === undefined) throw error;
          yield { id: file.id, failed };
        }
      }
    },
  };
}
