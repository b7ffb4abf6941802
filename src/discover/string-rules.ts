/**
 * Characters that a new word neither begins nor ends with: function words, and what is mostly the end or the beginning of
 * a phrase. 的发展 and 了改革 are cohesive enough in some texts.
 */
const edge = new Set(
  '的了着过在和与及或是有为以对将把被从向于其这那各个中上下内外前后来去到由等之而且但也都就才又还不没未要会能可应须需使让给用做作地得所并即则若如因此该本我你他她它们年月日时元亿万千百十一二三四五六七八九零两第几多每某全更最很太再已曾正推抓促提加增强深完坚实至每按据经通者时处款条项',
);

/** Whether a string of Han characters could be a word that the dictionary lacks. */
export function isWordLike(form: string): boolean {
  if (edge.has(form[0]!) || edge.has(form.at(-1)!)) return false;
  for (const unit of form) if (unit === '的' || unit === '了' || unit === '是') return false;
  return true;
}
