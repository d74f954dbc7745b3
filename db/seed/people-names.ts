import { toAscii } from './fold.ts';
import { originMix, people } from './people-words.ts';
import { type Random, weightedPicker } from './random.ts';

export type PersonName = { first: string; last: string };

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

const lists = new Map(
  Object.entries(people).map(([origin, { first, last }]) => [
    origin,
    { first: words(first), last: words(last) },
  ]),
);

function mixPicker(mix: string): (random: Random) => string {
  const parts = words(mix);
  const origins = parts.flatMap((origin, at) =>
    at % 2 === 0 ? [{ origin, share: Number(parts[at + 1]) }] : [],
  );
  const pick = weightedPicker(origins, ({ share }) => share);
  return (random) => pick(random).origin;
}

const mixes = new Map(Object.entries(originMix).map(([country, mix]) => [country, mixPicker(mix)]));

/** A name as people in that country have it. */
export function drawPerson(random: Random, country: string): PersonName {
  const origin = (mixes.get(country) ?? mixes.get('US'))?.(random) ?? 'english';
  const list = lists.get(origin);
  if (!list) throw new Error(`There are no names of origin "${origin}".`);
  return { first: random.pick(list.first), last: random.pick(list.last) };
}

/** The part of an e-mail address before the @, in the habit of the company. */
export function mailName({ first, last }: PersonName, habit: 'first.last' | 'flast' | 'first'): string {
  const given = toAscii(first)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  const family = toAscii(last)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  if (habit === 'flast') return given.slice(0, 1) + family;
  return habit === 'first' ? given : `${given}.${family}`;
}
