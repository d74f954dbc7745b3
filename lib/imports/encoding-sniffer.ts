import {
  chooseSingleByte,
  encodingByMark,
  encodingLabels,
  utf16ByZeroBytes,
  whyNotText,
  type HighWord,
  type SniffedEncoding,
} from './encoding.ts';

export type EncodingSniffer = {
  /** Why the file cannot be read as text at all, or null. */
  notText: () => string | null;
  push: (bytes: Uint8Array) => void;
  finish: () => SniffedEncoding;
};

const MAX_WORDS = 400;
const isWordByte = (byte: number) =>
  byte > 127 || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 39;

/**
 * Reads a file's bytes once, in chunks, and says which encoding it is in and by which word in which line.
 * Memory stays flat: only the first 400 words with a byte above 127 are kept.
 */
export function createEncodingSniffer(): EncodingSniffer {
  let head = new Uint8Array(0);
  let line = 1;
  let previous = 0;
  let crCount = 0;
  let lfCount = 0;
  let pending = 0;
  let invalidUtf8 = false;
  let highBytes = 0;
  let word: number[] = [];
  let wordIsHigh = false;
  const words: HighWord[] = [];

  function endWord() {
    if (wordIsHigh && words.length < MAX_WORDS) words.push({ bytes: Uint8Array.from(word), line });
    word = [];
    wordIsHigh = false;
  }

  function highByte(byte: number) {
    highBytes += 1;
    if (pending > 0) {
      if ((byte & 0xc0) === 0x80) pending -= 1;
      else {
        invalidUtf8 = true;
        pending = 0;
      }
      return;
    }
    if (byte >= 0xc2 && byte <= 0xdf) pending = 1;
    else if (byte >= 0xe0 && byte <= 0xef) pending = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) pending = 3;
    else invalidUtf8 = true;
  }

  function push(bytes: Uint8Array) {
    if (head.length < 4096) {
      const joined = new Uint8Array(Math.min(4096, head.length + bytes.length));
      joined.set(head);
      joined.set(bytes.subarray(0, joined.length - head.length), head.length);
      head = joined;
    }
    for (let index = 0; index < bytes.length; index += 1) {
      const byte = bytes[index] as number;
      if (byte > 127) highByte(byte);
      else if (pending > 0) {
        invalidUtf8 = true;
        pending = 0;
      }
      if (words.length < MAX_WORDS) {
        if (isWordByte(byte)) {
          if (word.length < 60) word.push(byte);
          wordIsHigh ||= byte > 127;
        } else if (word.length > 0) endWord();
      }
      if (byte === 10) {
        lfCount += 1;
        if (previous !== 13) line += 1;
      } else if (byte === 13) {
        crCount += 1;
        line += 1;
      }
      previous = byte;
    }
  }

  function finish(): SniffedEncoding {
    endWord();
    const marked = encodingByMark(head);
    const sure = { certain: true, word: null, line: null };
    if (marked)
      return { ...sure, value: marked, bom: true, evidence: 'the file starts with a byte order mark' };
    const wide = utf16ByZeroBytes(head);
    if (wide) return { ...sure, value: wide, bom: false, evidence: 'every other byte is zero' };
    if (highBytes === 0) return { ...sure, value: 'utf-8', bom: false, evidence: 'only plain letters' };
    if (!invalidUtf8 && pending === 0) {
      const first = words[0];
      const text = first ? new TextDecoder().decode(first.bytes) : null;
      return {
        value: 'utf-8',
        bom: false,
        certain: true,
        evidence: text && first ? `“${text}” in line ${first.line}` : `${encodingLabels['utf-8']} throughout`,
        word: text,
        line: first?.line ?? null,
      };
    }
    return chooseSingleByte(words, crCount > 0 && lfCount === 0);
  }

  return { push, finish, notText: () => whyNotText(head) };
}
