import { expect, it } from 'vitest';
import { toText } from '../describe/phrase.ts';
import type { Draft, DraftRule } from '../draft.ts';
import { addRule } from '../edit/add-rule.ts';
import { removeRule } from '../edit/remove-rule.ts';
import { setMuted } from '../edit/set-muted.ts';
import { catalogWith } from '../testing/workspace.ts';
import { draftChanges } from './draft-changes.ts';

const context = { catalog: catalogWith(), currency: 'EUR' };
const size: DraftRule = { id: 'a', kind: 'field', field: 'employees', operator: 'gte', value: 500 };
const place: DraftRule = { id: 'b', kind: 'field', field: 'country', operator: 'in', value: ['US'] };
const before: Draft = {
  version: 1,
  entity: 'account',
  root: { id: 'r', kind: 'group', op: 'all', rules: [size, place] },
};
const changes = (after: Draft) =>
  draftChanges(before, after, context).map(({ kind, text }) => `${kind}: ${toText(text)}`);

it('says what was added, removed, muted and left unfinished', () => {
  const added: DraftRule = { id: 'c', kind: 'field', field: 'industry', operator: 'in', value: ['Retail'] };
  const unfinished: DraftRule = { id: 'd', kind: 'field', field: 'revenue', operator: 'gt' };
  expect(changes(addRule(removeRule(before, 'b'), 'r', added))).toEqual([
    'removed: Country is United States',
    'added: Industry is Retail',
  ]);
  expect(changes(setMuted(before, 'a', true))).toEqual(['changed: Employees is at least 500, now muted']);
  expect(changes(addRule(before, 'r', unfinished))).toEqual(['added: An unfinished condition']);
  expect(changes(before)).toEqual([]);
});
