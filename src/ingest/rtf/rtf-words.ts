/** Where text goes. */
export type RtfPlace =
  | 'text'
  | 'skip'
  | 'fonts'
  | 'styles'
  | 'info'
  | 'title'
  | 'author'
  | 'created'
  | 'instruction'
  | 'result'
  | 'label'
  | 'note'
  | 'head'
  | 'foot'
  | 'box'
  | 'shape'
  | 'comment'
  | 'alternatives'
  | 'unicode';

/** Control words that begin a place where text goes, by RTF 1.9.1. */
export const destinations: ReadonlyMap<string, RtfPlace> = new Map<string, RtfPlace>([
  ['fonttbl', 'fonts'],
  ['stylesheet', 'styles'],
  ['info', 'info'],
  ['title', 'title'],
  ['author', 'author'],
  ['creatim', 'created'],
  ['field', 'text'],
  ['fldinst', 'instruction'],
  ['fldrslt', 'result'],
  ['listtext', 'label'],
  ['pntext', 'label'],
  ['footnote', 'note'],
  ['header', 'head'],
  ['headerl', 'head'],
  ['headerr', 'head'],
  ['headerf', 'head'],
  ['footer', 'foot'],
  ['footerl', 'foot'],
  ['footerr', 'foot'],
  ['footerf', 'foot'],
  ['shpinst', 'shape'],
  ['shptxt', 'box'],
  ['do', 'shape'],
  ['dptxbxtext', 'box'],
  ['annotation', 'comment'],
  ['upr', 'alternatives'],
  ['ud', 'unicode'],
  ['moMath', 'text'],
  ...(
    'colortbl filetbl listtable listoverridetable revtbl rsidtbl pict object shprslt nonshppict shppict xe tc rxe txe ' +
    'ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn pntxta pntxtb nonesttables background atnid atnauthor bkmkstart bkmkend ' +
    'subject operator company keywords category comment doccomm manager hlinkbase template generator revtim printim buptim ' +
    'themedata colorschememapping datastore latentstyles xmlnstbl mmathPr mmathPict'
  )
    .split(' ')
    .map((name): [string, RtfPlace] => [name, 'skip']),
]);

/** Characters that have words of their own. */
export const characters: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['page', '\n'],
  ['column', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
]);
