import { loadLexicon } from '../src/run/resource/load-lexicon.ts';
import { decodeDictionary } from '../src/segment/lexicon/dictionary-file.ts';

/** The built-in dictionary. */
export const dictionary = decodeDictionary(loadLexicon());
