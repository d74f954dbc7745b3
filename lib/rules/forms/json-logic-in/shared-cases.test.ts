import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Catalog, Field, FieldType } from '#lib/rules/catalog.ts';
import { parseDefinition } from '#lib/rules/parse.ts';
import type { FactValues } from '#lib/rules/record-facts.ts';
import { calendar, now, resolveInWorkspace } from '#lib/rules/testing/workspace.ts';
import { toPredicate } from '#lib/rules/to-predicate.ts';
import { readJsonLogic } from './read-json-logic.ts';

type Case = { description: string; rule: unknown; data?: unknown; result: unknown };

/** Cases that implementations of JsonLogic share: rule, data and what the rule makes of it. */
const file = path.resolve(import.meta.dirname, '../../../../../shared/data/jsonlogic/compatible.json');
const isThere = existsSync(file);

function typeOf(value: unknown): FieldType {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return Array.isArray(value) ? 'tags' : 'text';
}

function fieldOf(entity: Field['entity'], key: string, value: unknown): [string, Field] {
  const field = { entity, key, label: key, group: 'custom' as const, type: typeOf(value), synonyms: [] };
  return [`${entity}.${key}`, field];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `{ pie: { filling } }` → `pie.filling`. */
function flat(data: unknown, before = ''): [string, unknown][] {
  if (!isObject(data)) return [];
  return Object.entries(data).flatMap(([key, value]): [string, unknown][] =>
    isObject(value) ? flat(value, `${before}${key}.`) : [[`${before}${key}`, value]],
  );
}

/** The data as one account: its rows `items` are signals, and names that only the rule knows are texts it lacks. */
function accountOf({ rule, data }: Case) {
  const text = JSON.stringify(rule).replaceAll('"var":"items"', '"var":"signal"');
  const own = flat(data);
  const items = own.find(([key]) => key === 'items')?.[1];
  const rows = Array.isArray(items) ? (items as Record<string, unknown>[]) : [];
  const named = [...text.matchAll(/"([\w.]+)"/g)].map(([, key]): [string, unknown] => [key ?? '', '']);
  const fields = [
    ...named.map(([key, value]) => fieldOf('account', key, value)),
    ...own.map(([key, value]) => fieldOf('account', key, value)),
    ...[...(rows[0] ? Object.entries(rows[0]) : []), ['qty', 0] as const].map(([key, value]) =>
      fieldOf('signal', key, value),
    ),
  ];
  const catalog: Catalog = { fields: new Map(fields), references: {}, segments: new Map() };
  const facts = {
    values: Object.fromEntries(own) as FactValues,
    rows: { signal: rows.map((values) => ({ values: values as FactValues })) },
  };
  return { logic: JSON.parse(text) as unknown, catalog, facts };
}

function isTruthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

describe.skipIf(!isThere)(
  `the cases that implementations of JsonLogic share${isThere ? '' : ' (skipped: they are not here)'}`,
  () => {
    it('come out as they say, wherever a segment can say them', () => {
      const cases = JSON.parse(readFileSync(file, 'utf8')) as (Case | string)[];
      let read = 0;
      for (const one of cases) {
        if (typeof one === 'string' || !isObject(one.data ?? {})) continue;
        const { logic, catalog, facts } = accountOf(one);
        let made = 0;
        const options = {
          catalog,
          entity: 'account' as const,
          newId: () => `s${++made}`,
          asOf: now,
          calendar,
        };
        const form = readJsonLogic(logic, options);
        if (!form.ok) {
          expect(form.error.length, one.description).toBeGreaterThan(0);
          continue;
        }
        const parsed = parseDefinition({ version: 1, entity: 'account', root: form.value }, catalog);
        if (!parsed.ok) continue;
        read += 1;
        const isIn = toPredicate(resolveInWorkspace(parsed.value, { catalog }), catalog);
        expect(isIn(facts), JSON.stringify([one, form.value])).toBe(isTruthy(one.result));
      }
      // eslint-disable-next-line no-console -- how much of the set a segment can say
      console.info(`JsonLogic: ${read} of ${cases.length} shared cases can be said by a segment`);
      expect(read).toBeGreaterThan(30);
    });
  },
);
