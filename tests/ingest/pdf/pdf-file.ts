/** A stretch of Latin text on a page, y upwards from its foot. */
export interface Shown {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** The text matrix, in place of the one that `x` and `y` give. */
  readonly matrix?: string;
}

/**
 * A PDF of pages of 600 by 800 points in Helvetica; `info` are entries of its information, `entries` of each of its pages,
 * `encrypt` a dictionary, `drawn` operators at the end of each page.
 */
export function pdfOf(
  pages: readonly (readonly Shown[])[],
  {
    info = '',
    encrypt = '',
    entries = '',
    rotate = 0,
    drawn = '',
  }: { info?: string; encrypt?: string; entries?: string; rotate?: number; drawn?: string } = {},
): Uint8Array {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', ''];
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>', `<< ${info} >>`);
  const kids: string[] = [];
  for (const page of pages) {
    const content = page
      .map(({ text, x, y, size = 12, matrix }) => {
        const place =
          matrix !== undefined
            ? `${matrix} Tm`
            : rotate === 90
              ? `0 1 -1 0 ${600 - y} ${x} Tm`
              : `1 0 0 1 ${x} ${y} Tm`;
        return `BT /F1 ${size} Tf ${place} (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`;
      })
      .concat(drawn)
      .join('\n');
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    const box = `/MediaBox [0 0 600 800] /Rotate ${rotate} ${entries}`;
    kids.push(`${objects.length + 1} 0 R`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R ${box} /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length} 0 R >>`,
    );
  }
  objects[1] = `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] >>`;
  let file = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = file.length;
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const locked = encrypt === '' ? '' : `/Encrypt ${encrypt} /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${locked} >>\nstartxref\n${table}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}
