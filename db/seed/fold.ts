import { foldText } from '#lib/shared/text.ts';

const plain = /^[!-~]+(?: [!-~]+)*$/;

/** `foldText` with a short way for printable ASCII, where it is plain upper case. */
export function fold(value: string): string {
  return plain.test(value) ? value.toUpperCase() : foldText(value);
}

export function foldOrNull(value: string | null): string | null {
  return value === null ? null : fold(value);
}

const special: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  æ: 'ae',
  Æ: 'Ae',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
};

/** Letters without their marks, for domains and e-mail addresses. */
export function toAscii(text: string): string {
  if (plain.test(text)) return text;
  return text
    .replace(/[ßøØæÆłŁđ]/g, (letter) => special[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
}
