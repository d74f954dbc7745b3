import { z } from 'zod';
import { formatIsoDay, formatIsoInstant, parseIsoDay } from './days.ts';

/**
 * Times between the API and its callers. Verbs speak epoch ms (`…At`) and epoch days (`…On`), JSON speaks ISO-8601:
 * `toWire` writes by the key's ending, the schemas below read back.
 */
export function toWire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toWire);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, wireValue(key, held)]));
}

function wireValue(key: string, value: unknown): unknown {
  if (typeof value !== 'number') return toWire(value);
  if (/[a-z]At$/.test(key) || key === 'at' || key === 'asOf') return formatIsoInstant(value);
  return /[a-z]On$/.test(key) ? formatIsoDay(value) : value;
}

/** An ISO instant on the wire, epoch ms in hand. */
export const wireInstant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

/** An ISO day on the wire, an epoch day in hand. */
export const wireDay = z.iso.date().transform((text, issue) => {
  const day = parseIsoDay(text);
  if (day !== null) return day;
  issue.addIssue({ code: 'custom', message: 'This is no calendar date.' });
  return z.NEVER;
});
