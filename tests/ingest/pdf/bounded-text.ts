import { withPdf } from '../../../src/ingest/pdf/pdfium.ts';
import type { Box } from '../../../src/run/result/boxes.ts';

/** A page as the library shows it, which turns and crops it by its own means. */
export interface ShownPage {
  readonly width: number;
  readonly height: number;
  /** The characters whose ink touches the middle of a box. */
  textIn(box: Box): string;
}

/** How much of the em is left off at each side of a box, so that what only touches it is outside. */
const margin = 0.3;
/** Device units a point: places on the device are whole numbers. */
const scale = 100;

/** Asks the library itself for what stands in boxes, page by page (1-based), in the order of the questions. */
export function askPages(bytes: Uint8Array, ask: (page: (number: number) => ShownPage) => void): Promise<void> {
  return withPdf(bytes, 'a.pdf', ({ call, scratch, doubles, bytes: memory }, file) => {
    const room = 2000;
    const buffer = call.malloc!(2 * room);
    let open = { number: 0, page: 0, text: 0 };
    const close = () => {
      if (open.number === 0) return;
      call.FPDFText_ClosePage!(open.text);
      call.FPDF_ClosePage!(open.page);
    };
    ask((number) => {
      if (number !== open.number) {
        close();
        const page = call.FPDF_LoadPage!(file, number - 1);
        open = { number, page, text: call.FPDFText_LoadPage!(page) };
      }
      const { page, text } = open;
      const width = call.FPDF_GetPageWidthF!(page);
      const height = call.FPDF_GetPageHeightF!(page);
      const onPage = (x: number, y: number): [number, number] => {
        const device = [width, height, 0, x, y].map((length) => Math.round(length * scale));
        const [w, h, turn, at, down] = device as [number, number, number, number, number];
        call.FPDF_DeviceToPage!(page, 0, 0, w, h, turn, at, down, scratch, scratch + 8);
        return [doubles()[scratch >> 3]!, doubles()[(scratch >> 3) + 1]!];
      };
      const textIn = (box: Box) => {
        const off = margin * Math.min(box.width, box.height);
        const [x1, y1] = onPage(box.x + off, box.y + off);
        const [x2, y2] = onPage(box.x + box.width - off, box.y + box.height - off);
        const sides = [Math.min(x1, x2), Math.max(y1, y2), Math.max(x1, x2), Math.min(y1, y2)];
        const units = call.FPDFText_GetBoundedText!(text, ...sides, buffer, room);
        const found = memory().slice(buffer, buffer + 2 * Math.min(room, units));
        return new TextDecoder('utf-16le').decode(found).replace(/\0/g, '');
      };
      return { width, height, textIn };
    });
    close();
    call.free!(buffer);
  });
}
