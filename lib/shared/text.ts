/** Printable ASCII: Unicode's normal forms leave it alone, which most text of an import is spared to find out. */
const plain = /^[\x20-\x7e]*$/;

/**
 * The one fold under which text compares everywhere: NFKC, trimmed, inner white space to one space,
 * upper case, NFKC again (so that ß equals SS and the fold is idempotent). Accents count.
 * A value that folds to '' is missing.
 */
export function foldText(value: string): string {
  if (plain.test(value)) {
    const trimmed = value.trim();
    return (trimmed.includes('  ') ? trimmed.replace(/ +/g, ' ') : trimmed).toUpperCase();
  }
  return value.normalize('NFKC').trim().replace(/\s+/gu, ' ').toUpperCase().normalize('NFKC');
}

/** What a person typed, tidied for storage: NFC, trimmed, or null when nothing is left after the fold. */
export function presentText(value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (plain.test(value)) return value.trim() || null;
  const tidy = value.normalize('NFC').trim();
  return foldText(tidy) === '' ? null : tidy;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Orders labels as a reader of English expects, numbers by value. */
export function compareLabels(a: string, b: string): number {
  return collator.compare(a, b);
}
