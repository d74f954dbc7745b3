import type { Condition } from './ast.ts';
import { canonicalText } from './canonical.ts';
import type { Catalog } from './catalog.ts';
import type { DescribeContext } from './describe.ts';
import { describeCondition } from './describe.ts';
import type { Draft, DraftRule } from './draft.ts';
import { findPresets } from './presets.ts';
import { toDefinition } from './to-definition.ts';
import { readBareValue } from './typed/read-bare-value.ts';
import { groupLabels, readField, readFieldName, readNumberFirst } from './typed/read-field.ts';
import { readLastRow } from './typed/read-last-row.ts';
import { readBareTechnology, readRows, readTechnology } from './typed/read-rows.ts';
import { readSegment } from './typed/read-segment.ts';
import type { Candidate, Reading, Suggestion, TypedContext } from './typed/suggestion.ts';

export type { Suggestion, TypedContext } from './typed/suggestion.ts';

const longestText = 300;
const mostSuggestions = 12;

const readers = [
  readLastRow,
  readSegment,
  readTechnology,
  readRows,
  readField,
  readNumberFirst,
  readBareTechnology,
  readBareValue,
  readFieldName,
];

function presetRank(label: string, text: string): number {
  if (label === text) return 90;
  return label.startsWith(text) ? 66 : 50;
}

function readPresets(text: string, reading: Reading): Candidate[] {
  return findPresets(text).map((preset) => ({
    rank: presetRank(preset.label.toLowerCase(), text.toLowerCase()),
    label: preset.label,
    detail: preset.group === 'segments' ? 'Segment' : groupLabels[preset.group],
    rule: preset.build(reading.newId, reading.entity),
  }));
}

/** Whether the rule is finished, asked of it as the only rule of a draft. */
function finished(rule: DraftRule, { entity, catalog }: Reading): Condition | null {
  const draft: Draft = {
    version: 1,
    entity,
    root: { id: 'typed-entry', kind: 'group', op: 'all', rules: [rule] },
  };
  const [only] = toDefinition(draft, catalog).definition.root.rules;
  return only && only.kind !== 'group' ? only : null;
}

function labelled(
  candidate: Candidate,
  reading: Reading,
  about: DescribeContext,
): Suggestion & { key: string } {
  const { detail, rule } = candidate;
  const whole = finished(rule, reading);
  const words = whole && describeCondition(whole, reading.entity, about);
  const field =
    rule.kind === 'field' ? reading.catalog.fields.get(`${reading.entity}.${rule.field}`) : undefined;
  const label = candidate.label ?? words ?? `${field?.label ?? detail}…`;
  return { label, detail, rule, key: whole ? canonicalText(whole) : `${label} ${detail}` };
}

/**
 * Conditions that typed text may mean, the likeliest first, each ready to be added: `employees > 500`, `uses sap`,
 * `2 intent signals on supply chain in 30 days`. Total: any text gives a list, at worst an empty one.
 */
export function suggest(text: string, catalog: Catalog, context: TypedContext): Suggestion[] {
  const typed = text.slice(0, longestText).replace(/\s+/g, ' ').trim();
  if (typed === '') return [];
  const reading: Reading = { ...context, catalog, valuesOf: context.valuesOf ?? (() => []) };
  const candidates = [...readers.flatMap((read) => read(typed, reading)), ...readPresets(typed, reading)];
  const ranked = candidates.sort((a, b) => b.rank - a.rank).slice(0, mostSuggestions * 3);
  const about: DescribeContext = { catalog };
  const seen = new Set<string>();
  return ranked
    .map((candidate) => labelled(candidate, reading, about))
    .filter(({ key }) => !seen.has(key) && seen.add(key))
    .slice(0, mostSuggestions)
    .map(({ label, detail, rule }) => ({ label, detail, rule }));
}
