import { type LabelledSpan, type Layer, layerOf } from '../model/layer.ts';
import { findDates } from './dates.ts';
import { findDocumentNumbers } from './document-numbers.ts';
import { findTitles } from './titles.ts';

const labels = ['title', 'document_number', 'date'] as const;

/**
 * What a text refers to apart from listed terms: 《titles》, document numbers (国发〔2015〕12号, 国务院令第535号) and dates
 * (2023年5月1日, 二〇二三年五月, 5月1日). A year that is part of a document number is no date; one inside a title is.
 */
export function findMentions(text: string): Layer {
  const spans: LabelledSpan[] = [];
  const titles = findTitles(text);
  const numbers = findDocumentNumbers(text);
  for (const { start, end } of titles) spans.push({ start, end, label: 0 });
  for (const { start, end } of numbers) spans.push({ start, end, label: 1 });
  let n = 0;
  for (const { start, end } of findDates(text)) {
    while (n < numbers.length && numbers[n]!.end <= start) n++;
    if (n === numbers.length || numbers[n]!.start >= end) spans.push({ start, end, label: 2 });
  }
  return layerOf(spans, labels);
}
