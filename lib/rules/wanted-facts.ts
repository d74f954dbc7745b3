import type { RelatedEntity } from './ast.ts';
import { existsSince } from './facts-as-of.ts';
import type { ResolvedDefinition, ResolvedFieldGroup, ResolvedRelated, ResolvedRule } from './resolved.ts';

/** What a definition can ask of a record, so that a store loads just that. */
export type WantedFacts = {
  /** Keys of the record's own fields and its account's (`entity.key`). */
  fields: Set<string>;
  /** By related entity, the keys of the row's fields. */
  rows: Map<RelatedEntity, Set<string>>;
  needsFamily: boolean;
  /** Public ids of segments whose membership intervals are read. */
  segments: Set<string>;
  /** Public ids of segments whose pins are read. */
  pins: Set<string>;
};

/** What rebuilds a deal of the past, besides the fields that a rule names. */
const dealKeys = ['opportunity.stage', 'opportunity.outcome', 'opportunity.closedOn'];

function addGroup(group: ResolvedFieldGroup, keys: Set<string>): void {
  for (const rule of group.rules) {
    if (rule.kind === 'group') addGroup(rule, keys);
    else keys.add(rule.field);
  }
}

function addRelated(condition: ResolvedRelated, wanted: WantedFacts): void {
  const { entity, where, window, measure } = condition;
  const keys =
    wanted.rows.get(entity) ?? new Set(existsSince[entity].fields.map((key) => `${entity}.${key}`));
  if (entity === 'opportunity') for (const key of dealKeys) keys.add(key);
  if (where) addGroup(where, keys);
  if (window) keys.add(`${entity}.${window.field}`);
  if (measure.fn !== 'count') keys.add(`${entity}.${measure.field}`);
  wanted.rows.set(entity, keys);
  if (condition.of === 'family') wanted.needsFamily = true;
}

function addRule(rule: ResolvedRule, wanted: WantedFacts): void {
  switch (rule.kind) {
    case 'group':
      for (const child of rule.rules) addRule(child, wanted);
      break;
    case 'field':
      wanted.fields.add(rule.field);
      break;
    case 'related':
      addRelated(rule, wanted);
      break;
    case 'segment':
      wanted.segments.add(rule.segmentId);
      if (rule.rule) addRule(rule.rule, wanted);
      break;
    case 'pinned':
      wanted.pins.add(rule.segmentId);
      break;
  }
}

export function wantedFacts(definition: ResolvedDefinition): WantedFacts {
  const wanted: WantedFacts = {
    fields: new Set(),
    rows: new Map(),
    needsFamily: false,
    segments: new Set(),
    pins: new Set(),
  };
  addRule(definition.root, wanted);
  return wanted;
}
