import type { DocxKind } from '../word/docx-styles.ts';
import type { LeftOut } from '../word/left-out.ts';
import { RtfFlow, type RtfLine } from './rtf-flow.ts';
import { RtfFonts, RtfStyles } from './rtf-tables.ts';
import { characters, type RtfPlace } from './rtf-words.ts';

/** What holds in a group and is given back at its end; never changed, but replaced. */
export interface RtfState {
  readonly place: RtfPlace;
  readonly font: number;
  /** Units that stand after a character of Unicode for programs that know none. */
  readonly fallback: number;
  readonly isHidden: boolean;
  readonly isDeleted: boolean;
  readonly isContents: boolean;
  /** Whether the place began with this group. */
  readonly isFirst: boolean;
}

interface Paragraph {
  style: number;
  outline: number | undefined;
  isInTable: boolean;
}

/** Places whose text runs on its own. */
export const ownFlows: ReadonlySet<RtfPlace> = new Set<RtfPlace>(['note', 'head', 'foot', 'box']);
const longestInstruction = 2000;
const plainParagraph: Paragraph = { style: 0, outline: undefined, isInTable: false };

/** Puts the text of a document in RTF where it belongs. */
export class RtfSink {
  readonly body = new RtfFlow();
  readonly notes: RtfLine[][] = [];
  readonly heads: RtfLine[] = [];
  readonly feet: RtfLine[] = [];
  readonly info = { title: '', author: '', year: 0, month: 0, day: 0 };
  readonly fonts = new RtfFonts();
  readonly styles = new RtfStyles();
  /** The font or style that is being defined; -1 for a style of no paragraphs. */
  entry = 0;
  flow = this.body;
  paragraph: Paragraph = { ...plainParagraph };
  /** Instructions of the fields that are open, whether their results were there, and the depth of their groups. */
  readonly fields: { instruction: string; hasResult: boolean; readonly depth: number }[] = [];
  readonly #outer: { flow: RtfFlow; paragraph: Paragraph }[] = [];
  readonly #leftOut: LeftOut;
  #noteMarks = 0;

  constructor(leftOut: LeftOut) {
    this.#leftOut = leftOut;
  }

  resetParagraph(): void {
    this.paragraph = { ...plainParagraph };
  }

  endParagraph(): void {
    this.flow.endParagraph(this.#kind(), this.paragraph.isInTable);
  }

  endCell(): void {
    this.flow.endCell(this.#kind());
  }

  /** Ends what is open in the text that is being read. */
  end(): void {
    this.flow.end(this.#kind(), this.paragraph.isInTable);
  }

  /** Begins a text that runs on its own. */
  enter(place: RtfPlace): void {
    if (place === 'note') this.flow.text += `[${++this.#noteMarks}]`;
    this.#outer.push({ flow: this.flow, paragraph: this.paragraph });
    this.flow = new RtfFlow();
    this.resetParagraph();
  }

  leave(place: RtfPlace): void {
    this.end();
    const outer = this.#outer.pop();
    if (outer === undefined) return;
    const { lines } = this.flow;
    this.flow = outer.flow;
    this.paragraph = outer.paragraph;
    if (place === 'note') this.notes.push(lines);
    else if (place === 'box') this.flow.boxes.push(...lines);
    else (place === 'head' ? this.heads : this.feet).push(...lines);
  }

  /** A control word about paragraphs, or one that stands for a character. */
  word(name: string, value: number | undefined, state: RtfState): void {
    const { place } = state;
    if (name === 's' || name === 'outlinelevel') {
      const isStyle = name === 's';
      if (place === 'styles') {
        if (isStyle) this.entry = value ?? 0;
        else this.styles.entry(this.entry).outline = value;
      } else if (isStyle) this.paragraph.style = value ?? 0;
      else this.paragraph.outline = value;
      return;
    }
    if (place !== 'text' && !ownFlows.has(place)) {
      if (place === 'label' && name === 'tab') this.add('\t', state);
      return;
    }
    switch (name) {
      case 'pard':
        this.resetParagraph();
        break;
      case 'intbl':
        this.paragraph.isInTable = true;
        break;
      case 'par':
      case 'sect':
        if (!state.isDeleted) this.endParagraph();
        break;
      case 'cell':
        this.endCell();
        break;
      case 'row':
        this.flow.endRow();
        break;
      case 'nestcell':
      case 'nestrow':
        this.add(' ', state);
        break;
      default: {
        const text = characters.get(name);
        if (text !== undefined) this.add(text, state);
      }
    }
  }

  #kind(): DocxKind | undefined {
    const { style, outline } = this.paragraph;
    const byStyle = this.styles.kindOf(style);
    if (outline === undefined || outline > 8 || byStyle?.kind === 'title') return byStyle;
    return { kind: 'heading', level: outline + 1 } as const;
  }

  add(text: string, { place, isHidden, isDeleted, isContents }: RtfState): void {
    switch (place) {
      case 'fonts':
        this.fonts.entry(this.entry).name += text.replace(/;.*/s, '');
        break;
      case 'styles':
        if (this.entry >= 0) this.styles.entry(this.entry).name += text.replace(/;.*/s, '');
        break;
      case 'title':
      case 'author':
        this.info[place] += text;
        break;
      case 'instruction': {
        const field = this.fields.at(-1);
        if (field !== undefined && field.instruction.length < longestInstruction) field.instruction += text;
        break;
      }
      case 'label':
        this.flow.label += text;
        break;
      case 'text':
      case 'note':
      case 'head':
      case 'foot':
      case 'box':
        if (isDeleted) break;
        if (isHidden) this.#leftOut.hidden += text.trim().length;
        else {
          this.flow.text += text;
          this.flow.isContents ||= isContents;
        }
    }
  }
}
