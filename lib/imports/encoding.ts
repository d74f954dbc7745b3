export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh';

export const encodingLabels: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
  macintosh: 'Mac Roman',
};

/** `word` is the piece of the file that decided, as it reads in the chosen encoding; `line` counts from 1. */
export type SniffedEncoding = {
  value: Encoding;
  bom: boolean;
  certain: boolean;
  evidence: string;
  word: string | null;
  line: number | null;
};

/** One run of bytes around a byte above 127, with the physical line it stands in. */
export type HighWord = { bytes: Uint8Array; line: number };

const controlInWindows1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
const letter = /\p{L}/u;
const lower = /\p{Ll}/u;
const upper = /\p{Lu}/u;

/**
 * How much a decoded word reads like writing: letters between letters count for it, signs between letters,
 * capitals after small letters and control characters count against it.
 */
export function plausibility(word: string): number {
  const chars = [...word];
  let score = 0;
  chars.forEach((char, index) => {
    if (char.charCodeAt(0) < 128) return;
    const before = chars[index - 1] ?? '';
    const after = chars[index + 1] ?? '';
    const inWord = letter.test(before) || letter.test(after);
    if (/[\u0080-\u009f\ufffd\ue000-\uf8ff]/u.test(char)) score -= 4;
    else if (lower.test(char)) score += inWord ? 2 : 0;
    else if (upper.test(char)) score += lower.test(before) ? -2 : lower.test(after) ? 1 : -1;
    else if (/[’‘“”–—]/u.test(char)) score += 2;
    else if (/[™®©°·•…€£]/u.test(char)) score += letter.test(after) ? -1 : 1;
    else score -= inWord ? 2 : 1;
  });
  return score;
}

function decode(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Chooses between the two single-byte encodings that spreadsheets write, by the words that hold such bytes. */
export function chooseSingleByte(words: HighWord[], crOnly: boolean): SniffedEncoding {
  let windows = 0;
  let mac = crOnly ? 1 : 0;
  let best: { word: HighWord; lead: number } | null = null;
  for (const word of words) {
    const asWindows =
      plausibility(decode(word.bytes, 'windows-1252')) -
      (word.bytes.some((byte) => controlInWindows1252.has(byte)) ? 4 : 0);
    const asMac = plausibility(decode(word.bytes, 'macintosh'));
    windows += asWindows;
    mac += asMac;
    const lead = asMac - asWindows;
    if (!best || Math.abs(lead) > Math.abs(best.lead)) best = { word, lead };
  }
  const value: Encoding = mac > windows ? 'macintosh' : 'windows-1252';
  const agreeing = words
    .map((word) => ({
      word,
      gain:
        plausibility(decode(word.bytes, value)) -
        plausibility(decode(word.bytes, value === 'macintosh' ? 'windows-1252' : 'macintosh')),
    }))
    .reduce<{ word: HighWord; gain: number } | null>((a, b) => (!a || b.gain > a.gain ? b : a), null);
  const text = agreeing ? decode(agreeing.word.bytes, value).trim() : null;
  return {
    value,
    bom: false,
    certain: Math.abs(mac - windows) >= 4,
    evidence: text && agreeing ? `“${text}” in line ${agreeing.word.line}` : 'no word decides',
    word: text,
    line: agreeing?.word.line ?? null,
  };
}

/** UTF-16 without a mark: nearly every other byte of western text is zero. */
export function utf16ByZeroBytes(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(head.length, 4096) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (head[index] === 0) even += 1;
    if (head[index + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.05) return 'utf-16be';
  return null;
}

/** What a file is that is no text: a spreadsheet, another packed file, or bytes that no text holds. Null for text. */
export function whyNotText(head: Uint8Array): string | null {
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) {
    return 'This is a spreadsheet or zip file. Save the sheet as CSV and upload that.';
  }
  if (head[0] === 0xd0 && head[1] === 0xcf)
    return 'This is an old Excel file. Save the sheet as CSV and upload that.';
  if (head[0] === 0x25 && head[1] === 0x50 && head[2] === 0x44)
    return 'This is a PDF. Export the table as CSV and upload that.';
  if (encodingByMark(head) !== null || utf16ByZeroBytes(head) !== null) return null;
  const control = head
    .slice(0, 4096)
    .filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  return control > Math.max(1, Math.min(head.length, 4096) * 0.02)
    ? 'This is no text file. Export the table as CSV and upload that.'
    : null;
}

export function encodingByMark(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return null;
}
