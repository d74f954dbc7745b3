import { describe, expect, it } from 'vitest';
import { canonicalText } from '../canonical.ts';
import { parseDefinition } from '../parse.ts';
import { all, any, is, none } from '../testing/rule-makers.ts';
import { calendar, catalogWith, now } from '../testing/workspace.ts';
import { readRule } from './read-rule.ts';

const catalog = catalogWith();

function read(input: unknown) {
  let made = 0;
  return readRule(input, { catalog, entity: 'account', newId: () => `q${++made}`, asOf: now, calendar });
}

/** The rule after the parser, without its ids; throws when it was refused. */
function rootOf(input: unknown): string {
  const form = read(input);
  if (!form.ok) throw new Error(JSON.stringify(form.error));
  const parsed = parseDefinition(form.value, catalog);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return canonicalText(parsed.value.root);
}

function issuesOf(input: unknown) {
  const form = read(input);
  return form.ok ? [] : form.error.map(({ path, code }) => [path, code]);
}

const query = (...rules: unknown[]) => ({ combinator: 'and', rules });

describe('a query of react-querybuilder', () => {
  it.each([
    ['=', 'industry', 'Retail', is('industry', 'eq', 'Retail')],
    ['!=', 'industry', 'Retail', is('industry', 'ne', 'Retail')],
    ['in', 'industry', 'Retail, Banking', is('industry', 'in', ['Retail', 'Banking'])],
    ['notIn', 'industry', ['Retail'], is('industry', 'notIn', ['Retail'])],
    ['contains', 'name', 'steel', is('name', 'contains', 'steel')],
    ['doesNotContain', 'name', 'steel', is('name', 'notContains', 'steel')],
    ['beginsWith', 'name', 'A', is('name', 'startsWith', 'A')],
    ['doesNotEndWith', 'name', 'A', none(is('name', 'endsWith', 'A'))],
    ['null', 'employees', null, is('employees', 'empty')],
    ['notNull', 'employees', null, is('employees', 'notEmpty')],
    ['>=', 'employees', '500', is('employees', 'gte', 500)],
    ['between', 'employees', '500,2000', is('employees', 'between', [500, 2000])],
    ['notBetween', 'employees', [500, 2000], is('employees', 'notBetween', [500, 2000])],
    ['=', 'doNotContact', true, is('doNotContact', 'isTrue')],
    ['=', 'doNotContact', 'false', is('doNotContact', 'isFalse')],
    ['<', 'renewalOn', '2027-01-01', is('renewalOn', 'before', '2027-01-01')],
    ['>=', 'renewalOn', '2027-01-01', none(is('renewalOn', 'before', '2027-01-01'))],
    ['in', 'needs', 'Speed,Cost', is('needs', 'hasAny', ['Speed', 'Cost'])],
  ])('reads %s on %s', (operator, field, value, ours) => {
    expect(rootOf(query({ field, operator, value }))).toBe(canonicalText(all(ours)));
  });

  it('reads groups and their not', () => {
    const big = { field: 'employees', operator: '>', value: 10 };
    const ours = is('employees', 'gt', 10);
    expect(rootOf({ combinator: 'or', rules: [big, query(big, big)] })).toBe(
      canonicalText(any(ours, all(ours, ours))),
    );
    expect(rootOf(query({ combinator: 'or', not: true, rules: [big] }))).toBe(canonicalText(all(none(ours))));
    expect(rootOf(query({ combinator: 'and', not: true, rules: [big, big] }))).toBe(
      canonicalText(all(none(all(ours, ours)))),
    );
  });

  it('names every part that it cannot read, and then reads nothing', () => {
    expect(
      issuesOf(
        query(
          { field: 'nonsense', operator: '=', value: 1 },
          { field: 'employees', operator: '=', value: 5 },
          { field: 'employees', operator: 'isPrime', value: 5 },
          { field: 'employees', operator: '=', value: 'revenue', valueSource: 'field' },
          'and',
          { combinator: 'xor', rules: [] },
        ),
      ),
    ).toEqual([
      ['/rules/0/field', 'unknown_field'],
      ['/rules/2/operator', 'not_expressible'],
      ['/rules/3', 'not_expressible'],
      ['/rules/4', 'not_expressible'],
      ['/rules/5/combinator', 'not_expressible'],
    ]);
  });

  it('does not turn a text into a number by force', () => {
    const form = read(query({ field: 'employees', operator: '>', value: 'many' }));
    expect(form.ok && parseDefinition(form.value, catalog)).toMatchObject({ ok: false });
  });
});

describe('a pasted rule', () => {
  it('may be our own', () => {
    const definition = { version: 1, entity: 'account', root: all(is('employees', 'gt', 10)) };
    expect(read(definition)).toEqual({ ok: true, value: definition });
  });

  it('may be JsonLogic', () => {
    expect(rootOf({ '>': [{ var: 'employees' }, 10] })).toBe(canonicalText(all(is('employees', 'gt', 10))));
    expect(issuesOf({ '>': [1, 2] })).toEqual([['/>', 'not_expressible']]);
  });

  it('is refused when it is something else, or too deep to look at', () => {
    expect(issuesOf({ a: 1, b: 2 })).toEqual([['', 'unknown_form']]);
    expect(issuesOf([1])).toEqual([['', 'unknown_form']]);
    const deep = Array.from({ length: 1000 }).reduce<unknown>((inner) => query(inner), query());
    expect(issuesOf(deep).map(([, code]) => code)).toEqual(['too_deep']);
  });
});
