const control = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text for programs that stumble over control characters: each becomes U+FFFD; tabs and line feeds stay. */
export function plainSigns(text: string): string {
  return text.replace(control, '\ufffd').replace(loneSurrogate, '\ufffd');
}
