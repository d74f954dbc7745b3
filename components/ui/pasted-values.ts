import { foldText } from '#lib/shared/text.ts';
import type { ComboOption } from './combo-options.ts';

/** What became of pasted values. */
export type PasteReport = {
  found: ComboOption[];
  /** Texts that no record has. */
  missing: string[];
  /** Values taken although no record has them, in the order of `missing`; absent where they are not taken. */
  kept?: string[];
};

/** Names what stands more than once in the text, or means a value that was there before. */
export type Pasted = PasteReport & { pasted: number; repeated: number };

/** Cuts pasted text into values: lines first, else tabs or semicolons, else commas. Quotes round a value go. */
export function piecesOf(text: string): string[] {
  const separator = /[\r\n]/.test(text) ? /[\r\n\t]+/ : /[\t;]/.test(text) ? /[\t;]+/ : /,/;
  return text
    .split(separator)
    .map((value) =>
      value
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    )
    .filter((value) => value !== '');
}

/** Pasted text as values, each once. */
export function splitPasted(text: string): string[] {
  const values = piecesOf(text);
  return [...new Map(values.map((value) => [foldText(value), value])).values()];
}

/** Matches pasted values with options by folded label, value or keyword. */
export function resolveAgainst(options: readonly ComboOption[], texts: readonly string[]): PasteReport {
  const byText = new Map<string, ComboOption>();
  for (const option of options) {
    for (const text of [...(option.keywords ?? []), option.value, option.label])
      byText.set(foldText(text), option);
  }
  const report: PasteReport = { found: [], missing: [] };
  for (const text of texts) {
    const option = byText.get(foldText(text));
    if (!option) report.missing.push(text);
    else if (!report.found.includes(option)) report.found.push(option);
  }
  return report;
}
