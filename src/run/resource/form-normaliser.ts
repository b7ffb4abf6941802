import type { CleanDocument } from '../../model/document.ts';
import { layerOf } from '../../model/layer.ts';
import type { Term } from '../../model/term.ts';
import { createNormalise, type NormaliseSettings } from '../../normalise/normalise.ts';
import { repairGlyphs } from '../../repair/characters/glyphs.ts';
import { identityMap } from '../../text/offset-map.ts';

/**
 * What repair of its glyphs and spaces and the normalise stage make of a listed form: a list in Traditional characters, full-width
 * letters or radicals (⽤户, copied from a PDF) must find what becomes of such a text. Where the stage decides for each
 * document, it decides for each form.
 */
export function formNormaliser(terms: readonly Term[], settings: NormaliseSettings): (form: string) => string {
  const one = createNormalise(settings);
  const single = (form: string) => one.run(documentOf(repaired(form))).text;
  // All forms at once, a line each: a stage for each of thousands of forms would take longer than a document.
  const forms = [...new Set(terms.flatMap(({ term, variants, notIn }) => [term, ...variants, ...notIn]))];
  const glyphs = forms.map(repaired);
  const lines = (variant: NormaliseSettings['variant']) =>
    createNormalise({ ...settings, variant })
      .run(documentOf(glyphs.join('\n')))
      .text.split('\n');
  const plain = lines(settings.variant === 'auto' ? 'none' : settings.variant);
  const simplified = settings.variant === 'auto' ? lines('t') : plain;
  const known = new Map<string, string>();
  if (plain.length === forms.length && simplified.length === forms.length) {
    forms.forEach((form, i) => {
      known.set(form, plain[i] === simplified[i] ? plain[i]! : single(form));
    });
  }
  return (form) => known.get(form) ?? single(form);
}

/** Repair also takes out what spaces stand between Han characters in running text: 云 计算. */
function repaired(form: string): string {
  return repairGlyphs(form).rewrite.text.replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '');
}

/** A repaired document of one text without blocks. */
function documentOf(text: string): CleanDocument {
  const none = layerOf([], []);
  const map = identityMap(text.length);
  const raw = { id: '', meta: {}, format: '', encoding: '', bytes: 0, sha256: '', raw: text, messages: [] };
  return { ...raw, text, map, blocks: [], removed: none, citations: none, decisions: [] };
}
