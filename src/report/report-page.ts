import type { ReportData } from './report-data.ts';
import { scriptJson } from './script-json.ts';

/** The code that draws the report, and how a browser may know it. */
export interface ReportProgram {
  readonly script: string;
  /** SHA-256 of the script in base64: no other script runs. */
  readonly digest: string;
  readonly style: string;
}

/** The page before the documents, which follow as JSON parted by commas; and what comes after them. */
export function reportPage(data: ReportData, { script, digest, style }: ReportProgram): { head: string; tail: string } {
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${digest}'`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const head = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="cewen">
<title>cewen 策文</title>
<style>${style}</style>
</head>
<body>
<noscript>This report needs JavaScript. 本报告需要启用 JavaScript。</noscript>
<script type="application/json" id="data">${scriptJson(data)}</script>
<script type="application/json" id="views">[`;
  return { head, tail: `]</script>\n<script>${script}</script>\n</body>\n</html>\n` };
}
