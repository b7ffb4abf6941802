/** Points: A4, and a text of 36 characters by 40 lines at 10.5 points. */
const width = 595;
const height = 842;
const size = 10.5;
const left = 108;
const top = 750;
const leading = 16;
const characters = 36;
const lines = 40;

/**
 * A PDF of so many pages set from a text, over and over, in a font of the Adobe-GB1 collection that is not embedded: lines
 * of full width, paragraphs with two characters of indent, a running head and a page number.
 */
export function madePdf(text: string, pages: number): Buffer {
  const source = linesOf(text);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  const kids: string[] = [];
  for (let page = 0; page < pages; page++) {
    const shown = [show('政策研究与评论', 250, height - 50), show(`${page + 1}`, width / 2, 40)];
    for (let row = 0; row < lines; row++) {
      const { line, indent } = source[(page * lines + row) % source.length]!;
      shown.push(show(line, left + indent * size, top - row * leading));
    }
    const content = shown.join('\n');
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    kids.push(`${objects.length + 1} 0 R`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length} 0 R >>`,
    );
  }
  objects[1] = `<< /Type /Pages /Count ${pages} /Kids [${kids.join(' ')}] >>`;
  return written(objects);
}

function linesOf(text: string): { line: string; indent: number }[] {
  return text.split('\n').flatMap((paragraph) => {
    const trimmed = paragraph.trim();
    const first = trimmed.slice(0, characters - 2);
    const rest = trimmed.slice(characters - 2).match(new RegExp(`.{1,${characters}}`, 'gs')) ?? [];
    return first === '' ? [] : [{ line: first, indent: 2 }, ...rest.map((line) => ({ line, indent: 0 }))];
  });
}

function show(text: string, x: number, y: number): string {
  const hex = Buffer.from(text, 'utf16le').swap16().toString('hex');
  return `BT /F1 ${size} Tf ${x} ${y} Td <${hex}> Tj ET`;
}

function written(objects: readonly string[]): Buffer {
  const parts = ['%PDF-1.4\n'];
  let at = parts[0]!.length;
  const places = objects.map((object, i) => {
    const part = `${i + 1} 0 obj\n${object}\nendobj\n`;
    const place = at;
    parts.push(part);
    at += part.length;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`);
  parts.push(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`);
  return Buffer.from(parts.join(''), 'latin1');
}
