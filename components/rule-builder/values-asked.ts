import { type Catalog, findField, type FieldEntity } from '#lib/rules/catalog.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { rowTypesAround } from '#lib/rules/edit/row-types.ts';
import { entityOf } from '#lib/rules/edit/set-operator.ts';
import { allNodes } from '#lib/rules/edit/tree.ts';
import { KNOWN_VALUES_PER_FIELD } from '#lib/shared/known-values.ts';
import { foldText } from '#lib/shared/text.ts';

/** Values of one field that a draft names and the page's own lists cannot tell whether any record has. */
export type ValuesAsked = {
  entity: FieldEntity;
  name: string;
  types: readonly string[] | undefined;
  texts: string[];
};

const listOperators = ['in', 'notIn', 'eq', 'ne', 'hasAny', 'hasAll', 'hasNone'];

/** A field, of signals and activities perhaps only those of some types. */
export function ofKey(fieldKey: string, types: readonly string[] | undefined): string {
  return `${fieldKey} ${(types ?? []).join(',')}`;
}

export function askedKey(fieldKey: string, types: readonly string[] | undefined, value: string): string {
  return `${ofKey(fieldKey, types)} ${foldText(value)}`;
}

/** What is to be looked up for a draft; `isKnown` says of a key (`askedKey`) that it was. */
export function valuesAsked(
  draft: Draft,
  catalog: Catalog,
  knownValues: Readonly<Record<string, readonly string[]>>,
  isKnown: (key: string) => boolean,
): ValuesAsked[] {
  const asked = new Map<string, ValuesAsked>();
  for (const node of allNodes(draft.root)) {
    if (node.kind !== 'field' || node.muted || !listOperators.includes(node.operator)) continue;
    const field = findField(catalog, entityOf(draft, node.id), node.field);
    if (!field || (field.type !== 'category' && field.type !== 'tags')) continue;
    const key = `${field.entity}.${field.key}`;
    const types = rowTypesAround(draft, node.id);
    const listed = knownValues[key] ?? [];
    if (!types && listed.length < KNOWN_VALUES_PER_FIELD) continue;
    const held = types ? new Set<string>() : new Set(listed.map(foldText));
    const values = [node.value].flat().filter((value) => typeof value === 'string');
    const texts = values.filter(
      (value) => !held.has(foldText(value)) && !isKnown(askedKey(key, types, value)),
    );
    if (texts.length === 0) continue;
    const of = ofKey(key, types);
    const before = asked.get(of)?.texts ?? [];
    asked.set(of, {
      ...{ entity: field.entity, name: field.key, types },
      texts: [...new Set([...before, ...texts])],
    });
  }
  return [...asked.values()];
}
