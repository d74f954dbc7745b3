import { foldText } from '#lib/shared/text.ts';

import type { Catalog, Field, Reference } from '../catalog.ts';
import type { Report } from './report.ts';

const idPattern = /^[a-z]{3}_[0-9a-z]{1,11}$/;

const nouns = {
  account: 'account',
  rep: 'rep or pool',
  tier: 'tier',
  territory: 'territory',
  class: 'class',
  segment: 'segment',
  opportunity: 'deal',
  user: 'user',
} as const;

type Index = { ids: ReadonlySet<string>; byName: ReadonlyMap<string, readonly string[]> };

const indexes = new WeakMap<readonly Reference[], Index>();

function indexOf(references: readonly Reference[]): Index {
  const known = indexes.get(references);
  if (known) return known;
  const byName = new Map<string, string[]>();
  for (const { id, name } of references) {
    const ids = byName.get(foldText(name));
    if (ids) ids.push(id);
    else byName.set(foldText(name), [id]);
  }
  const index = { ids: new Set(references.map(({ id }) => id)), byName };
  indexes.set(references, index);
  return index;
}

/** A reference by id or unambiguous name → the id that is stored. */
export function parseReference(
  text: string,
  place: { field: Field; catalog: Catalog; path: string; report: Report },
): string | undefined {
  const { field, catalog, path, report } = place;
  const kind = field.refKind;
  const references = kind && catalog.references[kind];
  const value = text.trim();
  const mayBeUnlisted = !references || kind === 'account' || kind === 'opportunity';
  if (mayBeUnlisted && idPattern.test(value)) return value;
  const index = indexOf(references ?? []);
  if (index.ids.has(value)) return value;
  const [first, ...others] = index.byName.get(foldText(text)) ?? [];
  const noun = kind ? nouns[kind] : 'record';
  if (first === undefined) {
    return report(path, 'unknown_reference', `There is no ${noun} called "${text}" for ${field.label}.`);
  }
  if (others.length > 0) {
    const count = others.length + 1;
    return report(
      path,
      'ambiguous_reference',
      `${count} of ${noun} are called "${text}": choose one by its id.`,
    );
  }
  return first;
}
