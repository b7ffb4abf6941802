/** The tags of jieba's dictionary that the model of contexts tells apart; what is none of them has number 0. */
const classNames =
  'n nr nrt nrfg ns nt nz ng v vn vd vg a an ad ag b z d r m q p c u ud ug uj ul uv uz k h f s t j i l y e o g eng x'.split(
    ' ',
  );

/** What stands between words has classes of its own: a comma, a bracket, the end of a sentence. */
const markClasses = ['，、；：—', '。！？…\n', '（(【[〔《〈“‘「『', '）)】]〕》〉”’」』'];

const numbers = new Map(classNames.map((name, i) => [name, i + 1]));
const firstMark = classNames.length + 1;

/** The number of a tag of the dictionary. */
export function classOf(tag: string): number {
  return numbers.get(tag) ?? 0;
}

/** The number of a mark. */
export function classOfMark(mark: string): number {
  const found = markClasses.findIndex((marks) => marks.includes(mark));
  return firstMark + (found < 0 ? markClasses.length : found);
}
