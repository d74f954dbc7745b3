import { normaliseCountry } from '#lib/shared/countries.ts';
import { normaliseState } from '#lib/shared/states.ts';
import { foldText } from '#lib/shared/text.ts';

import { findField } from '../catalog.ts';
import { accountField, asked } from '../presets/make-rules.ts';
import { valueLabel } from '../value-label.ts';
import { knownValues, matchValue } from './known-values.ts';
import { groupLabels } from './read-field.ts';
import type { Candidate, Reading } from './suggestion.ts';

const searched = [
  'industry',
  'subIndustry',
  'region',
  'metro',
  'city',
  'fundingStage',
  'ownership',
  'journeyStage',
  'type',
  'status',
];

const placePattern = /^(?:(?:based|located)\s+)?(?:in|from)\s+(?:the\s+)?/i;

function placeCandidates(typed: string, reading: Reading): Candidate[] {
  const text = typed.replace(placePattern, '');
  const country = normaliseCountry(text);
  const state = normaliseState(text, null);
  const detail = groupLabels.geographic;
  const about = (key: string, value: string): Candidate => ({
    rank: 72,
    detail,
    rule: asked(reading.newId, [accountField(reading.entity, key), 'in', [value]]),
  });
  return [...(country ? [about('country', country)] : []), ...(state ? [about('state', state)] : [])];
}

/** What the workspace itself has names for: `tier 1`, `priority accounts` where a tier is called Priority. */
function referenceCandidates(typed: string, reading: Reading): Candidate[] {
  const text = typed.replace(/\s+(?:accounts?|companies|company)$/i, '');
  return (['tier', 'class', 'territory'] as const).flatMap((key): Candidate[] => {
    const field = findField(reading.catalog, 'account', key);
    const named = reading.catalog.references[key]?.find(({ name }) => foldText(name) === foldText(text));
    if (!field || !named) return [];
    const rule = asked(reading.newId, [accountField(reading.entity, key), 'in', [named.id]]);
    return [{ rank: 89, detail: groupLabels[field.group], rule }];
  });
}

/** A value without its field: `machinery`, `germany`, `ohio`, `series b`. */
export function readBareValue(text: string, reading: Reading): Candidate[] {
  if (foldText(text).length < 2) return [];
  const values = searched.flatMap((key): Candidate[] => {
    const field = findField(reading.catalog, 'account', key);
    if (!field) return [];
    const label = (value: string) => valueLabel(field, value, reading.catalog);
    const match = matchValue(text, knownValues(field, reading.valuesOf), label);
    if (match === null) return [];
    const isExact = foldText(match) === foldText(text) || foldText(label(match)) === foldText(text);
    const rule = asked(reading.newId, [accountField(reading.entity, key), 'in', [match]]);
    return [{ rank: isExact ? 74 : 42, detail: groupLabels[field.group], rule }];
  });
  return [...placeCandidates(text, reading), ...values, ...referenceCandidates(text, reading)];
}
