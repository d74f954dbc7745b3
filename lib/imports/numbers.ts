export type DecimalMark = 'point' | 'comma';

/** Signs and words around a number that carry no amount; a currency that is written out is handed back. */
const currencySigns = /[$€£¥₹]/g;
const currencyCode = /\b(USD|EUR|GBP|JPY|CHF|CAD|AUD|SEK|NOK|DKK|PLN|CZK|INR|CNY|BRL|MXN)\b/i;
const multipliers: Record<string, number> = {
  k: 3,
  tsd: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  mm: 6,
  mio: 6,
  mil: 6,
  million: 6,
  millions: 6,
  b: 9,
  bn: 9,
  mrd: 9,
  billion: 9,
  billions: 9,
  t: 12,
  tn: 12,
  trillion: 12,
};

/** Most numbers of most files: nothing about them needs to be found out. */
const onlyDigits = /^\d+$/;

export type ReadNumber = { value: number; isPercent: boolean; currency: string | null };

function currencyOf(text: string): string | null {
  const code = currencyCode.exec(text)?.[1];
  if (code) return code.toUpperCase();
  if (text.includes('€')) return 'EUR';
  if (text.includes('£')) return 'GBP';
  if (text.includes('¥')) return 'JPY';
  if (text.includes('₹')) return 'INR';
  return null;
}

/** Digits with the grouping marks taken out and a point as decimal mark, or null when the marks make no number. */
function plainDigits(text: string, mark: DecimalMark): string | null {
  const group = mark === 'point' ? ',' : '.';
  const decimal = mark === 'point' ? '.' : ',';
  const bare = text.replace(/[\s'’\u00a0\u202f]/g, '');
  const [whole = '', fraction, ...more] = bare.split(decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d*$/.test(fraction))) return null;
  const groups = whole.split(group);
  const isGrouped = groups.length > 1;
  if (isGrouped && !groups.every((part, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{2,3}$/).test(part)))
    return null;
  if (isGrouped && groups.at(-1)?.length !== 3) return null;
  const digits = groups.join('');
  if (!/^\d*$/.test(digits) || (digits === '' && (fraction ?? '') === '')) return null;
  return fraction === undefined || fraction === '' ? digits : `${digits || '0'}.${fraction}`;
}

/**
 * Reads `$1,200`, `1.2M`, `20%` (0.2), `(500)` (−500), `1 200,50` with a decimal comma. `scale` multiplies
 * (1,000,000 for a column in millions); powers of ten shift the decimal point, so no digit is invented.
 * Returns null when the text is no number. A multiplier letter in the cell overrules `scale`.
 */
export function readNumber(text: string, mark: DecimalMark = 'point', scale = 1): ReadNumber | null {
  if (onlyDigits.test(text)) {
    const value = scaled(text, 0, scale);
    return Number.isFinite(value) ? { value, isPercent: false, currency: null } : null;
  }
  const currency = currencyOf(text);
  let bare = text.replace(currencySigns, '').replace(currencyCode, '').replace(/−/g, '-').trim();
  let isNegative = false;
  if (bare.startsWith('(') && bare.endsWith(')')) {
    isNegative = true;
    bare = bare.slice(1, -1).trim();
  }
  if (bare.startsWith('-') || bare.endsWith('-')) {
    isNegative = !isNegative;
    bare = bare.replace(/^-|-$/, '').trim();
  }
  bare = bare.replace(/^\+/, '').trim();
  const isPercent = bare.endsWith('%');
  if (isPercent) bare = bare.slice(0, -1).trim();
  const exponentMatch = /^(\d+(?:\.\d+)?)e([+-]?\d{1,3})$/i.exec(bare);
  const wordMatch = exponentMatch ? null : /^([\d.,\s'’\u00a0\u202f]+)\s*([a-z]+)\.?$/i.exec(bare);
  const word = wordMatch?.[2]?.toLowerCase();
  if (word !== undefined && !(word in multipliers)) return null;
  const digits = exponentMatch ? exponentMatch[1] : plainDigits(wordMatch?.[1] ?? bare, mark);
  if (digits === null || digits === undefined) return null;
  const shift =
    (exponentMatch ? Number(exponentMatch[2]) : 0) +
    (word ? (multipliers[word] ?? 0) : 0) -
    (isPercent ? 2 : 0);
  const value = scaled(digits, shift, word || isPercent ? 1 : scale);
  if (!Number.isFinite(value)) return null;
  return { value: isNegative && value !== 0 ? -value : value, isPercent, currency };
}

function scaled(digits: string, shift: number, scale: number): number {
  const power = Math.log10(scale);
  if (Number.isInteger(power)) return Number(`${digits}e${shift + power}`);
  return Number(`${digits}e${shift}`) * scale;
}

/** `51-200`, `1,001 to 5,000`, `10,000+`, `> 500`, `<50`: its ends, either of which may be open; null when it is no range. */
export function readRange(
  text: string,
  mark: DecimalMark = 'point',
  scale = 1,
): { low: number | null; high: number | null } | null {
  const read = (part: string | undefined) =>
    part === undefined ? null : (readNumber(part.trim(), mark, scale)?.value ?? null);
  const bare = text.replace(/\b(employees|people|staff)\b/gi, '').trim();
  const between = /^(.*\d\s*[a-z]*)\s*(?:-|–|—|\bto\b|\.\.)\s*(\D{0,2}\d.*)$/i.exec(bare);
  if (between) {
    const low = read(between[1]);
    const high = read(between[2]);
    return low !== null && high !== null && low <= high ? { low, high } : null;
  }
  const open = /^(?:(?:>=?|≥|over|more than)\s*(.+)|(.+?)\s*\+)$/i.exec(bare);
  if (open) {
    const low = read(open[1] ?? open[2]);
    return low === null ? null : { low, high: null };
  }
  const below = /^(?:<=?|≤|under|less than|up to)\s*(.+)$/i.exec(bare);
  const high = below ? read(below[1]) : null;
  return high === null ? null : { low: null, high };
}

export type DecimalEvidence = { mark: DecimalMark; certain: boolean; evidence: string };
export type DecimalSniffer = { push: (text: string, line: number) => void; finish: () => DecimalEvidence };

/** Watches a column for a mark that can only be the decimal one: the last of two kinds, or one not before three digits. */
export function createDecimalSniffer(): DecimalSniffer {
  let point: { text: string; line: number } | null = null;
  let comma: { text: string; line: number } | null = null;
  return {
    push(text, line) {
      if (point && comma) return;
      const digits = /\d[\d.,]*\d|\d/.exec(text)?.[0] ?? '';
      const lastPoint = digits.lastIndexOf('.');
      const lastComma = digits.lastIndexOf(',');
      if (lastPoint === -1 && lastComma === -1) return;
      const last = Math.max(lastPoint, lastComma);
      const both = lastPoint !== -1 && lastComma !== -1;
      const repeated = digits.indexOf(digits[last] as string) !== last;
      const after = digits.length - last - 1;
      if (!both && (repeated || after === 3)) {
        if (repeated && lastPoint !== -1) comma ??= { text, line };
        if (repeated && lastComma !== -1) point ??= { text, line };
        return;
      }
      if (last === lastPoint) point ??= { text, line };
      else comma ??= { text, line };
    },
    finish() {
      const seen = point ?? comma;
      if (!seen) return { mark: 'point', certain: false, evidence: 'no value has decimals' };
      if (point && comma) {
        const evidence = `“${point.text}” in line ${point.line} has a decimal point, “${comma.text}” in line ${comma.line} a comma`;
        return { mark: 'point', certain: false, evidence };
      }
      return {
        mark: comma ? 'comma' : 'point',
        certain: true,
        evidence: `“${seen.text}” in line ${seen.line}`,
      };
    },
  };
}
