/** What JSON may hold as it is, but YAML and tools that read line by line may not. */
const risky = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A value as JSON on one line; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD as in the file of the text. */
export function jsonText(value: unknown): string {
  const whole = JSON.stringify(value, (_, part) =>
    typeof part === 'string' ? part.replace(loneSurrogate, '\ufffd') : part,
  );
  return whole.replace(risky, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
