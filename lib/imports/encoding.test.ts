import { describe, expect, test } from 'vitest';
import { createEncodingSniffer } from './encoding-sniffer.ts';
import type { SniffedEncoding } from './encoding.ts';

function sniff(bytes: Uint8Array, chunk = 7): SniffedEncoding {
  const sniffer = createEncodingSniffer();
  for (let at = 0; at < bytes.length; at += chunk) sniffer.push(bytes.subarray(at, at + chunk));
  return sniffer.finish();
}

const bytesOf = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  );

describe('the encoding of a file, with the word that decides', () => {
  test('plain letters are UTF-8, certain', () => {
    expect(sniff(bytesOf('name,city\nAcme,Paris\n'))).toMatchObject({
      value: 'utf-8',
      certain: true,
      bom: false,
    });
  });

  test('UTF-8 names its first accented word and its line, across chunk edges', () => {
    for (const chunk of [1, 2, 3, 64]) {
      expect(sniff(bytesOf('name\nAcme\nMünster AG\n'), chunk)).toMatchObject({
        value: 'utf-8',
        word: 'Münster',
        line: 3,
      });
    }
  });

  test('a byte order mark decides', () => {
    expect(sniff(bytesOf([0xef, 0xbb, 0xbf], 'name\n'))).toMatchObject({ value: 'utf-8', bom: true });
    expect(sniff(bytesOf([0xff, 0xfe, 0x61, 0, 0x62, 0]))).toMatchObject({ value: 'utf-16le', bom: true });
    expect(sniff(bytesOf([0xfe, 0xff, 0, 0x61, 0, 0x62]))).toMatchObject({ value: 'utf-16be', bom: true });
  });

  test('UTF-16 without a mark is seen by its zero bytes', () => {
    const wide = [...'name,city\nAcme,Paris\n'].flatMap((char) => [char.charCodeAt(0), 0]);
    expect(sniff(Uint8Array.from(wide))).toMatchObject({ value: 'utf-16le', bom: false });
  });

  test('Windows-1252: ü is 0xFC', () => {
    const found = sniff(bytesOf('name\nStadt M', [0xfc], 'nster\nCaf', [0xe9], ' Fran', [0xe7], 'ais\n'));
    expect(found).toMatchObject({ value: 'windows-1252' });
    expect(['Münster', 'Café', 'Français']).toContain(found.word);
  });

  test('Mac Roman: ü is 0x9F, with the line counted over CR line ends', () => {
    const found = sniff(bytesOf('name\rBogot', [0x87], '\rM', [0x9f], 'nster\r'));
    expect(found).toMatchObject({ value: 'macintosh' });
    expect([2, 3]).toContain(found.line);
  });

  test('a typographic apostrophe alone tells the two apart', () => {
    expect(sniff(bytesOf('name\nDriscoll', [0x92], 's\n')).value).toBe('windows-1252');
    expect(sniff(bytesOf('name\nDriscoll', [0xd5], 's\n')).value).toBe('macintosh');
  });
});

describe('files that are no text', () => {
  const why = (bytes: Uint8Array) => {
    const sniffer = createEncodingSniffer();
    sniffer.push(bytes);
    return sniffer.notText();
  };

  test('spreadsheets and other binaries are told apart from odd text', () => {
    expect(why(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]))).toMatch(/spreadsheet/);
    expect(why(Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 256))).toMatch(/no text/);
    expect(why(bytesOf('name\n\tAcme\r\n'))).toBeNull();
    expect(why(bytesOf([0xff, 0xfe, 0x61, 0, 0x62, 0]))).toBeNull();
  });
});
