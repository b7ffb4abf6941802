import type { Message, Severity } from '../../model/message.ts';

/** Counts of what a document of an office program holds beside the text that is read. */
export class LeftOut {
  /** Characters that the document hides. */
  hidden = 0;
  comments = 0;
  /** Readings over characters. */
  readings = 0;
  /** Charts and diagrams. */
  drawings = 0;
  /** Embedded files, and formulas of other programs. */
  objects = 0;
  /** Texts in another format that are not read. */
  parts = 0;
  pictures = 0;

  /** What the user is told; of a document without text also that it has none. */
  messages(raw: string): Message[] {
    const told: Message[] = [];
    const tell = (severity: Severity, rule: string, values: { readonly [name: string]: number }, count: number) => {
      if (count > 0) told.push({ severity, rule, values });
    };
    tell('warning', 'ingest/docx-part-not-read', { count: this.parts }, this.parts);
    tell('warning', 'ingest/drawings-not-read', { count: this.drawings }, this.drawings);
    tell('warning', 'ingest/objects-not-read', { count: this.objects }, this.objects);
    tell('info', 'ingest/hidden-text', { characters: this.hidden }, this.hidden);
    tell('info', 'ingest/comments-left-out', { count: this.comments }, this.comments);
    tell('info', 'ingest/readings-left-out', { count: this.readings }, this.readings);
    const isEmpty = !/\S/.test(raw);
    const pictures = this.pictures === 0 ? {} : { pictures: this.pictures };
    if (isEmpty) told.push({ severity: 'warning', rule: 'ingest/no-text', values: pictures });
    return told;
  }
}
