/** `ms` since midnight; `offsetMinutes` east of UTC when the text names an offset, else null. */
export type TimeOfDay = { ms: number; offsetMinutes: number | null };

const pattern =
  /^[T\s,]*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^(z|utc|gmt)$/i.test(text)) return 0;
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/\D/g, '');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
}

/** Reads what follows a date: nothing is midnight; `14:05`, `2:05 PM`, `T14:05:00Z`, `14:05 +02:00`; null when it is no time. */
export function readTimeOfDay(rest: string): TimeOfDay | null {
  if (rest.trim() === '') return { ms: 0, offsetMinutes: null };
  const match = pattern.exec(rest);
  if (!match) return null;
  let hour = Number(match[1]);
  const minute = Number(match[2]);
  const second = Number(match[3] ?? 0);
  const half = match[5]?.toLowerCase().startsWith('p') ? 'pm' : match[5] ? 'am' : null;
  if (half !== null && (hour < 1 || hour > 12)) return null;
  if (half !== null) hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  if (hour > 23 || minute > 59 || second > 59) return null;
  const fraction = Number(`0.${match[4] ?? '0'}`);
  return {
    ms: ((hour * 60 + minute) * 60 + second) * 1000 + Math.round(fraction * 1000),
    offsetMinutes: offsetOf(match[6]),
  };
}
