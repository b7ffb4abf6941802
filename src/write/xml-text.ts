/** What XML 1.0 cannot hold, even as a reference. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const special = /[&<>"'\t\n\r]/g;
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const isRare = /[\u0000-\u001f"&'<>\ud800-\udfff\ufffe\uffff]/;

/** A text as it stands in XML, in content or in an attribute; what XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  if (!isRare.test(text)) return text;
  return text.replace(forbidden, '\ufffd').replace(special, (sign) => references[sign]!);
}
