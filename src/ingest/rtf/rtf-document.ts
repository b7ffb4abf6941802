import { equationText } from '../word/equation-field.ts';
import type { LeftOut } from '../word/left-out.ts';
import { symbolCharacter } from '../word/symbol-characters.ts';
import type { RtfListener } from './rtf-scanner.ts';
import { ownFlows, RtfSink, type RtfState } from './rtf-sink.ts';
import { destinations, type RtfPlace } from './rtf-words.ts';

const bottom: RtfState = {
  place: 'text',
  font: 0,
  fallback: 1,
  isHidden: false,
  isDeleted: false,
  isContents: false,
  isFirst: false,
};

/** A document in RTF as it is scanned. */
export class RtfDocument implements RtfListener {
  readonly sink: RtfSink;
  readonly #leftOut: LeftOut;
  #state = bottom;
  readonly #open: RtfState[] = [];
  #defaultFont = 0;
  #bytes: number[] = [];
  #bytesFont = 0;
  /** Units still to be passed over after a character of Unicode. */
  #passOver = 0;
  /** The last symbol was `*`: a place that is not known is passed over. */
  #isOptional = false;

  constructor(leftOut: LeftOut) {
    this.#leftOut = leftOut;
    this.sink = new RtfSink(leftOut);
  }

  /** Ends what the file left open. */
  end(): void {
    this.#flush();
    while (this.#open.length > 0) this.close();
    this.sink.end();
  }

  open(): void {
    this.#passOver = 0;
    this.#isOptional = false;
    this.#open.push(this.#state);
    if (this.#state.isFirst) this.#state = { ...this.#state, isFirst: false };
    if (this.#state.place === 'styles') this.sink.entry = 0;
  }

  close(): void {
    this.#passOver = 0;
    this.#flush();
    const { place, isFirst } = this.#state;
    if (isFirst && ownFlows.has(place)) this.sink.leave(place);
    const field = this.sink.fields.at(-1);
    if (field !== undefined && field.depth === this.#open.length) {
      this.sink.fields.pop();
      this.#state = this.#open.pop() ?? bottom;
      if (!field.hasResult) this.#add(equationText(field.instruction));
      return;
    }
    this.#state = this.#open.pop() ?? bottom;
  }

  byte(value: number): void {
    this.#isOptional = false;
    if (this.#passOver > 0) {
      this.#passOver--;
      return;
    }
    const { place, font } = this.#state;
    if (place === 'skip' || place === 'shape' || place === 'alternatives' || place === 'comment') return;
    const used = place === 'fonts' ? this.sink.entry : font;
    if (used !== this.#bytesFont) this.#flush();
    this.#bytesFont = used;
    this.#bytes.push(value);
  }

  symbol(character: string): void {
    if (character === '*') {
      this.#isOptional = true;
      return;
    }
    if (this.#passes()) return;
    if (character === '~') this.#add('\u00a0');
    else if (character === '_') this.#add('\u2011');
  }

  word(name: string, value: number | undefined): void {
    if (name === 'u') {
      this.#unicode(value ?? 0);
      return;
    }
    if (this.#passes()) return;
    this.#flush();
    const isOptional = this.#isOptional;
    this.#isOptional = false;
    const place = destinations.get(name);
    if (place !== undefined) this.#enter(name, place);
    else if (isOptional) this.#state = { ...this.#state, place: 'skip' };
    else this.#property(name, value);
  }

  /** Whether this stands for a character of Unicode before it. */
  #passes(): boolean {
    if (this.#passOver === 0) return false;
    this.#passOver--;
    return true;
  }

  #unicode(value: number): void {
    this.#flush();
    const unit = value < 0 ? value + 0x10000 : value;
    const font = this.sink.fonts.symbolFont(this.#state.font);
    if (unit > 0 && unit <= 0xffff) {
      this.#add((font === undefined ? undefined : symbolCharacter(font, unit)) ?? String.fromCharCode(unit));
    }
    this.#passOver = this.#state.fallback;
  }

  #enter(name: string, place: RtfPlace): void {
    const { place: now } = this.#state;
    if (name === 'field') {
      this.sink.fields.push({ instruction: '', hasResult: false, depth: this.#open.length });
      return;
    }
    // What is passed over holds nothing that is read, but a box in a shape and the newer of two forms.
    const isWithin = (now === 'shape' && place === 'box') || (now === 'alternatives' && place === 'unicode');
    if ((now === 'skip' || now === 'comment' || now === 'shape' || now === 'alternatives') && !isWithin) return;
    if (place === 'unicode') {
      // The place around both forms.
      this.#state = { ...this.#state, place: this.#open.at(-2)?.place ?? 'text' };
      return;
    }
    if (place === 'result') {
      const field = this.sink.fields.at(-1);
      const isContents = this.#state.isContents || /^\s*TOC\b/i.test(field?.instruction ?? '');
      if (field !== undefined) field.hasResult = true;
      this.#state = { ...this.#state, isContents };
      return;
    }
    // Some programs write these twice, the second time for who saved it.
    if ((place === 'title' || place === 'author') && this.sink.info[place] !== '') {
      this.#state = { ...this.#state, place: 'skip' };
      return;
    }
    if (name === 'pict') this.#leftOut.pictures++;
    if (name === 'object') this.#leftOut.objects++;
    if (place === 'comment') this.#leftOut.comments++;
    if (ownFlows.has(place)) this.sink.enter(place);
    this.#state = { ...this.#state, place, isFirst: true, isContents: false };
  }

  #property(name: string, value: number | undefined): void {
    const isOn = value !== 0;
    const { place } = this.#state;
    switch (name) {
      case 'ansicpg':
        this.sink.fonts.codePage = value ?? 1252;
        break;
      case 'deff':
        this.#defaultFont = value ?? 0;
        this.#state = { ...this.#state, font: this.#defaultFont };
        break;
      case 'f':
        if (place === 'fonts') {
          this.sink.entry = value ?? 0;
          this.sink.fonts.entry(this.sink.entry);
        } else this.#state = { ...this.#state, font: value ?? 0 };
        break;
      case 'fcharset':
        if (place === 'fonts') this.sink.fonts.entry(this.sink.entry).charset = value;
        break;
      case 'uc':
        this.#state = { ...this.#state, fallback: Math.max(0, value ?? 1) };
        break;
      case 'plain':
        this.#state = { ...this.#state, font: this.#defaultFont, isHidden: false, isDeleted: false };
        break;
      case 'v':
        this.#state = { ...this.#state, isHidden: isOn };
        break;
      case 'deleted':
        this.#state = { ...this.#state, isDeleted: isOn };
        break;
      case 'yr':
      case 'mo':
      case 'dy':
        if (place === 'created') this.sink.info[name === 'yr' ? 'year' : name === 'mo' ? 'month' : 'day'] = value ?? 0;
        break;
      case 'cs':
      case 'ds':
      case 'ts':
        if (place === 'styles') this.sink.entry = -1;
        break;
      case 'sbasedon':
        if (place === 'styles') this.sink.styles.entry(this.sink.entry).base = value;
        break;
      default:
        this.sink.word(name, value, this.#state);
    }
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = this.#bytes;
    this.#bytes = [];
    const font = this.sink.fonts.symbolFont(this.#bytesFont);
    if (font === undefined || this.#state.place === 'fonts') this.#add(this.sink.fonts.decode(bytes, this.#bytesFont));
    else this.#add(bytes.map((byte) => symbolCharacter(font, byte) ?? String.fromCharCode(0xf000 + byte)).join(''));
  }

  #add(text: string): void {
    this.#flush();
    this.sink.add(text, this.#state);
  }
}
