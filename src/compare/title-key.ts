/** 中华人民共和国立法法(2023-03-13), …（2018年修正）: which version it is, at the end of a title or the name of a file. */
const version =
  /[(（[【](?:(?:19|20)\d\d[-.年/\d月日]*(?:第[一二三四五六七八九十\d]+次)?(?:修正|修订|修改|公布|发布|通过|施行)?(?:版|本|文本)?|(?:第[一二三四五六七八九十\d]+次)?(?:修正|修订|修改)(?:版|本|文本)?)[)）\]】]$/;
const country = /^中华人民共和国(?=.)/;

/**
 * What stays of a title where two names of one document are to be equal: without its marks 《》, spaces, the country before
 * it and the version after it; inner 〈〉 and quotation marks of all kinds are passed over, brackets are full-width.
 */
export function titleKey(title: string): string {
  const key = title
    .normalize('NFKC')
    .replace(/[\s《》〈〉<>“”‘’"'「」『』·・]/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）');
  return key.replace(version, '').replace(country, '');
}
