import type { EpochDay } from '#lib/shared/days.ts';

/** How a column writes its dates. `auto` in a mapping stands for what the file says; an undecided order reads nothing. */
export type DateOrder = 'ymd' | 'mdy' | 'dmy';

export type DateParts = { year: number; month: number; day: number; rest: string };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY_MS = 86_400_000;
const isoLike = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(.*)$/s;
const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)(.*)$/s;
const parted = /^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{4}|\d{2})(?!\d)(.*)$/s;
const dayFirstWord = /^(\d{1,2})(?:st|nd|rd|th|\.)?[-\s]+([a-z]{3,9})\.?,?[-\s]+(\d{4}|\d{2})(?!\d)(.*)$/is;
const monthFirstWord = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)(.*)$/is;

/** Order of a format such as `M/D/YYYY`; null when it names no day, month and year. */
export function orderOfFormat(format: string): DateOrder | null {
  const upper = format.toUpperCase();
  const order = [...upper].filter((char) => 'YMD'.includes(char));
  const firsts = [...new Set(order)].join('').toLowerCase();
  return firsts === 'ymd' || firsts === 'mdy' || firsts === 'dmy' ? firsts : null;
}

function monthOf(word: string): number | null {
  const index = months.indexOf(word.slice(0, 3).toLowerCase());
  return index === -1 ? null : index + 1;
}

/** Two-digit years: 00–68 are 2000–2068, 69–99 are 1969–1999 (POSIX strptime). */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year <= 68 ? 2000 + year : 1900 + year;
}

/** The three numbers of `3/4/2026`, before anyone knows which is the month; null for any other writing. */
export function undecidedParts(text: string): { first: number; second: number } | null {
  const match = parted.exec(text);
  return match ? { first: Number(match[1]), second: Number(match[2]) } : null;
}

/** Splits a date into parts and what follows it (a time, or nothing). `order` decides `3/4/2026`; null leaves it unread. */
export function readDateParts(text: string, order: DateOrder | null): DateParts | null {
  const iso = isoLike.exec(text) ?? compact.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), rest: iso[4] ?? '' };
  const dayWord = dayFirstWord.exec(text);
  if (dayWord) {
    const month = monthOf(dayWord[2] ?? '');
    return month
      ? { year: fullYear(dayWord[3] ?? ''), month, day: Number(dayWord[1]), rest: dayWord[4] ?? '' }
      : null;
  }
  const monthWord = monthFirstWord.exec(text);
  if (monthWord) {
    const month = monthOf(monthWord[1] ?? '');
    return month
      ? { year: Number(monthWord[3]), month, day: Number(monthWord[2]), rest: monthWord[4] ?? '' }
      : null;
  }
  const match = parted.exec(text);
  if (!match || order === null || order === 'ymd') return null;
  const [first, second] = [Number(match[1]), Number(match[2])];
  const [month, day] = order === 'mdy' ? [first, second] : [second, first];
  return { year: fullYear(match[3] ?? ''), month, day, rest: match[4] ?? '' };
}

/** Epoch day of calendar parts, or null when there is no such day (31 February). */
export function toEpochDay({
  year,
  month,
  day,
}: {
  year: number;
  month: number;
  day: number;
}): EpochDay | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day ? date.getTime() / DAY_MS : null;
}

/** What the date cells of a column say about their order. */
export type DateOrderEvidence = {
  /** null = nothing in the column decides. */
  order: DateOrder | null;
  undecided: number;
  evidence: string;
  example: string | null;
};

export type DateOrderSniffer = {
  push: (text: string, line: number) => void;
  finish: () => DateOrderEvidence;
};

/** Watches a column for parts above 12. Contradicting parts leave the order undecided, and say where. */
export function createDateOrderSniffer(): DateOrderSniffer {
  let dayFirst: { text: string; line: number } | null = null;
  let monthFirst: { text: string; line: number } | null = null;
  let undecided = 0;
  let example: string | null = null;
  return {
    push(text, line) {
      const parts = undecidedParts(text);
      if (!parts) return;
      undecided += 1;
      if (example === null || (parts.first !== parts.second && undecidedSame(example))) example = text;
      if (parts.first > 12 && parts.second <= 12) dayFirst ??= { text, line };
      if (parts.second > 12 && parts.first <= 12) monthFirst ??= { text, line };
    },
    finish() {
      if (undecided === 0) return { order: 'ymd', undecided, evidence: 'year first', example };
      if (dayFirst && monthFirst) {
        const evidence = `“${dayFirst.text}” in line ${dayFirst.line} says day first, “${monthFirst.text}” in line ${monthFirst.line} month first`;
        return { order: null, undecided, evidence, example };
      }
      const seen = dayFirst ?? monthFirst;
      if (!seen) return { order: null, undecided, evidence: 'no date has a part above 12', example };
      return {
        order: dayFirst ? 'dmy' : 'mdy',
        undecided,
        evidence: `“${seen.text}” in line ${seen.line}`,
        example,
      };
    },
  };
}

function undecidedSame(text: string): boolean {
  const parts = undecidedParts(text);
  return parts !== null && parts.first === parts.second;
}
