import type { Pdfium } from './pdfium.ts';

/** FPDF_PAGEOBJ_PATH; FPDF_SEGMENT_LINETO and _MOVETO. */
const pathObject = 2;
const [lineTo, moveTo] = [0, 2];
/** A page with more objects than this is a map or a drawing. */
const mostObjects = 20_000;
const mostRules = 4000;
const mostSegments = 400;
/** A filled shape so thin, in points, is a rule. */
const thin = 2.5;
/** A shorter one is a bullet or a part of a drawing. */
const shortest = 4;

/** The box of a page in its own space, y upwards. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The level and upright rules of a page after quarter turns clockwise: left, top, right and bottom of each, y down from the
 * upper left corner of its box.
 */
export function pdfRules(pdfium: Pdfium, page: number, rotation: number, box: Box): Float32Array {
  const rules = readRules(pdfium, page);
  const { left, top, right, bottom } = box;
  const placed = new Float32Array(rules.length);
  for (let k = 0; k < rules.length; k += 4) {
    const [x0, y0, x1, y1] = rules.slice(k, k + 4) as [number, number, number, number];
    if (rotation === 1) placed.set([y0 - bottom, x0 - left, y1 - bottom, x1 - left], k);
    else if (rotation === 2) placed.set([right - x1, y0 - bottom, right - x0, y1 - bottom], k);
    else if (rotation === 3) placed.set([top - y1, right - x1, top - y0, right - x0], k);
    else placed.set([x0 - left, top - y1, x1 - left, top - y0], k);
  }
  return placed;
}

/** Left, bottom, right and top of each rule in the page's own space. */
function readRules(pdfium: Pdfium, page: number): number[] {
  const { call } = pdfium;
  const rules: number[] = [];
  const count = call.FPDFPage_CountObjects!(page);
  if (count > mostObjects) return rules;
  for (let i = 0; i < count && rules.length < 4 * mostRules; i++) {
    const object = call.FPDFPage_GetObject!(page, i);
    if (object !== 0 && call.FPDFPageObj_GetType!(object) === pathObject) addPath(pdfium, object, rules);
  }
  return rules;
}

function addPath(pdfium: Pdfium, object: number, rules: number[]): void {
  const { call, scratch } = pdfium;
  if (call.FPDFPageObj_GetBounds!(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return;
  const at = scratch >> 2;
  const [left = 0, bottom = 0, right = 0, top = 0] = pdfium.floats().subarray(at, at + 4);
  if (Math.min(right - left, top - bottom) <= thin) {
    if (Math.max(right - left, top - bottom) >= shortest) rules.push(left, bottom, right, top);
    return;
  }
  if (call.FPDFPath_GetDrawMode!(object, scratch, scratch + 4) === 0) return;
  // A field of colour alone has no rules.
  if (
    pdfium
      .floats()
      .subarray(at + 1, at + 2)
      .every((stroke) => stroke === 0)
  )
    return;
  addSegments(pdfium, object, rules);
}

/** The sides of a frame, or several rules that were drawn in one go. */
function addSegments(pdfium: Pdfium, object: number, rules: number[]): void {
  const { call, scratch } = pdfium;
  const count = call.FPDFPath_CountSegments!(object);
  if (count > mostSegments || call.FPDFPageObj_GetMatrix!(object, scratch) === 0) return;
  const at = scratch >> 2;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = pdfium.floats().slice(at, at + 6);
  let x = 0;
  let y = 0;
  let startX = 0;
  let startY = 0;
  for (let i = 0; i < count; i++) {
    const segment = call.FPDFPath_GetPathSegment!(object, i);
    if (segment === 0 || call.FPDFPathSegment_GetPoint!(segment, scratch, scratch + 4) === 0) return;
    const [px = 0, py = 0] = pdfium.floats().subarray(at, at + 2);
    const nextX = a * px + c * py + e;
    const nextY = b * px + d * py + f;
    const type = call.FPDFPathSegment_GetType!(segment);
    if (type === lineTo) addLine(x, y, nextX, nextY, rules);
    x = nextX;
    y = nextY;
    if (type === moveTo) [startX, startY] = [x, y];
    if (call.FPDFPathSegment_GetClose!(segment) !== 0) addLine(x, y, startX, startY, rules);
  }
}

function addLine(x0: number, y0: number, x1: number, y1: number, rules: number[]): void {
  const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  if (Math.min(width, height) > 0.5 || Math.max(width, height) < shortest) return;
  rules.push(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
}
