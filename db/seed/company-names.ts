import {
  familyNames,
  languageOfCountry,
  legalForms,
  localWords,
  rootHeads,
  rootTails,
} from './company-words.ts';
import type { Market } from './industries.ts';
import type { Random } from './random.ts';
import { toAscii } from './fold.ts';

const heads = rootHeads.trim().split(/\s+/);
const tails = rootTails.trim().split(/\s+/);
const families = new Map(Object.entries(familyNames).map(([key, text]) => [key, text.trim().split(/\s+/)]));

export type CompanyName = { stem: string; name: string; domain: string };

/** Domains end in `.example`, which nobody can own (RFC 2606). */
function slugOf(name: string): string {
  return toAscii(name)
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]+/g, '');
}

function drawStem(random: Random, country: string): string {
  const language = languageOfCountry[country] ?? 'en';
  const names = families.get(language) ?? [];
  const roll = random.next();
  if (language !== 'en' && roll < 0.62) return random.pick(names);
  if (roll < 0.2) return random.pick(families.get('en') ?? []);
  if (roll < 0.26)
    return `${random.pick(families.get('en') ?? [])} & ${random.pick(families.get('en') ?? [])}`;
  const head = random.pick(heads);
  const tail = random.pick(tails);
  if (roll > 0.93) return `${head} ${tail[0]?.toUpperCase() ?? ''}${tail.slice(1)}`;
  return head + tail;
}

function drawWord(random: Random, market: Market, country: string): string {
  const local = localWords[languageOfCountry[country] ?? 'en'];
  const makesThings = market.industry === 'Manufacturing' && market.subIndustry !== 'Food production';
  return local && makesThings && random.chance(0.5) ? random.pick(local) : random.pick(market.words);
}

const closers = [
  'Group',
  'Works',
  'Partners',
  'Holdings',
  'Brothers',
  'International',
  'Industries',
  'Union',
];

/** Draws names that no other account of the run has, by folded name and by domain. */
export function companyNamer(random: Random): {
  draw: (market: Market, country: string) => CompanyName;
  drawSubsidiary: (parentStem: string, market: Market, country: string, place: string) => CompanyName;
} {
  const taken = new Set<string>();
  const claim = (stem: string, base: string, country: string): CompanyName | null => {
    const slug = slugOf(base);
    if (slug === '' || taken.has(slug)) return null;
    taken.add(slug);
    const forms = legalForms[country] ?? [];
    const withForm = forms.length > 0 && random.chance(country === 'US' || country === 'CA' ? 0.18 : 0.5);
    return { stem, name: withForm ? `${base} ${random.pick(forms)}` : base, domain: `${slug}.example` };
  };
  return {
    draw: (market, country) => {
      for (let attempt = 0; ; attempt++) {
        const stem = drawStem(random, country);
        const word = drawWord(random, market, country);
        const suffix = attempt < 3 ? '' : ` ${random.pick(closers)}`;
        const number = attempt < 40 ? '' : ` ${attempt}`;
        const named = claim(stem, `${stem} ${word}${suffix}${number}`, country);
        if (named) return named;
      }
    },
    drawSubsidiary: (parentStem, market, country, place) => {
      for (let attempt = 0; ; attempt++) {
        const word = random.pick(market.words);
        const base =
          attempt % 2 === 0
            ? `${parentStem} ${word} ${place}`
            : `${parentStem} ${word} ${random.pick(closers)}`;
        const named = claim(parentStem, attempt < 30 ? base : `${base} ${attempt}`, country);
        if (named) return named;
      }
    },
  };
}
