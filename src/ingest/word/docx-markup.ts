/** Names of the bookmarks by which what the library leaves out is handed through it. */
export const outlineBookmark = 'cewen:outline:';
export const chunkBookmark = 'cewen:chunk:';

/** What the library would not read, or fail on, and what stands for it. Word, WPS and LibreOffice all write these prefixes. */
const changes: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // The properties before a tracked change, which have elements of the same names as those after it.
  [
    /<w:(pPrChange|rPrChange|sectPrChange|tblPrChange|tcPrChange|trPrChange)\b[^>]*(?:\/>|(?<!\/)>[\s\S]*?<\/w:\1>)/g,
    '',
  ],
  // Fonts and sizes, which are half of the markup and say nothing of the text; a deleted end of a paragraph is kept.
  [/<w:rPr>(?:(?!<\/w:rPr>|<w:del\b)[\s\S])*<\/w:rPr>/g, ''],
  [/<w:(?:proofErr|lastRenderedPageBreak|bookmarkEnd)\b[^>]*\/>/g, ''],
  [/ w:rsid\w*="[^"]*"/g, ''],
  // Fields of one element (the number in 图1), and readings over their base text: what is in them is text.
  [/<\/?w:(?:fldSimple|ruby|rubyBase|dir|bdo)\b[^>]*>/g, ''],
  [/<w:rt>[\s\S]*?<\/w:rt>/g, ''],
  [/<w:cr\b[^>]*\/>/g, '<w:br/>'],
  [/<w:ptab\b[^>]*\/>/g, '<w:tab/>'],
  // Pictures, whose parts are not unpacked.
  [/<(\/?)(?:a:blip|v:imagedata)\b/g, '<$1a:none'],
  [
    /<w:outlineLvl\b[^>]*?\bw:val\s*=\s*["']([0-9])["'][^>]*\/>(?:(?!<w:p[\s>])[\s\S])*?<\/w:pPr>/g,
    `$&<w:bookmarkStart w:id="0" w:name="${outlineBookmark}$1"/>`,
  ],
  [
    /<w:altChunk\b[^>]*?\b\w+:id\s*=\s*["']([^"'<>]*)["'][^>]*?(?:\/>|(?<!\/)>[\s\S]*?<\/w:altChunk>)/g,
    `<w:p><w:bookmarkStart w:id="0" w:name="${chunkBookmark}$1"/></w:p>`,
  ],
];

/** The markup of a body or of notes in the form in which the library that reads it loses nothing. */
export function readableMarkup(markup: string): string {
  let readable = markup;
  for (const [pattern, replacement] of changes) readable = readable.replace(pattern, replacement);
  return readable;
}
