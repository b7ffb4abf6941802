import { loadLexicon } from '../src/run/load-lexicon.ts';
import { decodeDictionary } from '../src/segment/dictionary-file.ts';

/** The built-in dictionary. */
export const dictionary = decodeDictionary(loadLexicon());
