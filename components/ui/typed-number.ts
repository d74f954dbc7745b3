const SCALE: Record<string, number> = { k: 1e3, m: 1e6, b: 1e9, mn: 1e6, bn: 1e9 };
const SHAPE = /^([+-]?)\s*[$€£]?\s*(\d[\d,\s]*|\d*)(\.\d+)?\s*(k|mn|m|bn|b|%)?$/i;

/** Reads a typed number: `null` when empty, `undefined` when it is not one. `1.2k` is 1,200; a percent sign is dropped. */
export function parseTypedNumber(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', suffix = ''] = match;
  const digits = whole.replace(/[,\s]/g, '');
  if (digits === '' && fraction === '') return undefined;
  const scale = SCALE[suffix.toLowerCase()] ?? 1;
  const value = Number(`${digits || '0'}${fraction}`) * scale * (sign === '-' ? -1 : 1);
  return Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 : undefined;
}
