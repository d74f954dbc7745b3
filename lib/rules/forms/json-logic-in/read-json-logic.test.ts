import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RootEntity, Rule, SegmentDefinition } from '#lib/rules/ast.ts';
import { canonicalText } from '#lib/rules/canonical.ts';
import { parseDefinition } from '#lib/rules/parse.ts';
import { arbitraryDefinition } from '#lib/rules/testing/arbitrary-rule.ts';
import { arbitraryWorld } from '#lib/rules/testing/arbitrary-world.ts';
import { arbitraryPublished } from '#lib/rules/testing/published-rules.ts';
import { all, any, has, is, where } from '#lib/rules/testing/rule-makers.ts';
import { factsOfWorld } from '#lib/rules/testing/world.ts';
import { calendar, catalogWith, now, resolveInWorkspace } from '#lib/rules/testing/workspace.ts';
import { toPredicate } from '#lib/rules/to-predicate.ts';
import { toRelational } from '#lib/rules/to-relational.ts';
import { toJsonLogic } from '../json-logic.ts';
import { readJsonLogic } from './read-json-logic.ts';

function read(logic: unknown, entity: RootEntity = 'account', catalog = catalogWith()) {
  let made = 0;
  return readJsonLogic(logic, { catalog, entity, newId: () => `j${++made}`, asOf: now, calendar });
}

describe('JsonLogic that we wrote', () => {
  it.each<RootEntity>(['account', 'contact'])('comes back as a rule that holds the same %ss', (entity) => {
    const partOfDay = 'Who entered or left a segment is asked for whole days, not for parts of one.';
    // Hours, and days to come of what has not happened: windows of whole days cannot say these.
    const asksPartOfDay = /"change":"[a-z]+","window":\{("last":\d+,"unit":"hour"|"next")/;
    fc.assert(
      fc.property(
        arbitraryWorld,
        arbitraryPublished,
        fc.array(arbitraryDefinition(entity, { withSegments: true }), { minLength: 10, maxLength: 10 }),
        (world, published, definitions) => {
          const catalog = catalogWith(published);
          for (const definition of definitions) {
            const resolved = resolveInWorkspace(definition, { catalog, published });
            const logic = JSON.parse(JSON.stringify(toJsonLogic(toRelational(resolved), catalog)));
            const back = read(logic, entity, catalog);
            const isWhole = !asksPartOfDay.test(JSON.stringify(definition));
            expect(back.ok, JSON.stringify(logic)).toBe(isWhole);
            if (!back.ok) {
              expect(back.error.every(({ message }) => message === partOfDay)).toBe(true);
              continue;
            }
            const again: SegmentDefinition = { version: 1, entity, root: back.value };
            const parsed = parseDefinition(again, catalog);
            // Random rules ask for countries that nobody knows.
            const faults = parsed.ok ? [] : parsed.error.filter(({ code }) => code !== 'unknown_place');
            expect(faults, JSON.stringify(logic)).toEqual([]);
            const isIn = toPredicate(resolved, catalog);
            const isInAgain = toPredicate(resolveInWorkspace(again, { catalog, published }), catalog);
            for (const { facts } of factsOfWorld(world, entity)) {
              expect(isInAgain(facts), JSON.stringify({ logic, again })).toBe(isIn(facts));
            }
          }
        },
      ),
      { seed: 20_261_127, numRuns: 200 },
    );
  });
});

/** The rule after the parser, without its ids; throws when it was refused. */
function rootOf(logic: unknown, entity: RootEntity = 'account'): string {
  const form = read(logic, entity);
  if (!form.ok) throw new Error(JSON.stringify(form.error));
  const parsed = parseDefinition({ version: 1, entity, root: form.value }, catalogWith());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return canonicalText(parsed.value.root);
}

const industry = { var: 'industry' };
const employees = { var: 'employees' };
const retail = is('industry', 'eq', 'Retail');

describe('JsonLogic as people write it', () => {
  it.each<[unknown, Rule]>([
    [{ '==': [industry, 'Retail'] }, retail],
    [{ '===': ['Retail', industry] }, retail],
    [{ '!=': [industry, 'Retail'] }, is('industry', 'ne', 'Retail')],
    [{ '!': { '==': [industry, 'Retail'] } }, is('industry', 'ne', 'Retail')],
    [{ in: [industry, ['Retail', 'Banking']] }, is('industry', 'in', ['Retail', 'Banking'])],
    [{ '!': [{ in: [industry, ['Retail']] }] }, is('industry', 'notIn', ['Retail'])],
    [{ in: ['steel', { var: 'name' }] }, is('name', 'contains', 'steel')],
    [{ in: ['Speed', { var: 'needs' }] }, is('needs', 'hasAny', ['Speed'])],
    [{ '==': [industry, null] }, is('industry', 'empty')],
    [{ '!': [industry] }, is('industry', 'empty')],
    [{ '!!': [industry] }, is('industry', 'notEmpty')],
    [{ missing: ['industry', 'city'] }, any(is('industry', 'empty'), is('city', 'empty'))],
    [{ missing_some: [1, ['industry', 'city']] }, all(is('industry', 'empty'), is('city', 'empty'))],
    [{ '>': [employees, 500] }, is('employees', 'gt', 500)],
    [{ '<': [500, employees] }, is('employees', 'gt', 500)],
    [{ '<=': [500, employees, 2000] }, is('employees', 'between', [500, 2000])],
    [
      { '<': [500, employees, 2000] },
      all(is('employees', 'gt', 500), any(is('employees', 'lt', 2000), is('employees', 'empty'))),
    ],
    [{ '<': [employees, 50] }, any(is('employees', 'lt', 50), is('employees', 'empty'))],
    [
      { and: [{ '!!': [employees] }, { '<': [employees, 50] }] },
      all(is('employees', 'ne', 0), is('employees', 'lt', 50)),
    ],
    [{ and: [{ '!=': [employees, null] }, { '<': [employees, 50] }] }, is('employees', 'lt', 50)],
    [{ var: 'doNotContact' }, is('doNotContact', 'isTrue')],
    [{ '==': [{ var: ['custom_plants'] }, '2'] }, is('custom.plants', 'eq', 2)],
    [{ '>=': [{ var: 'renewalOn' }, '2027-01-01'] }, is('renewalOn', 'after', '2026-12-31')],
    [{ '<': [{ var: 'createdAt' }, '2027-01-01'] }, is('createdAt', 'before', '2027-01-01')],
    [
      { or: [{ '==': [industry, 'Retail'] }, { '>': [employees, 10] }] },
      any(retail, is('employees', 'gt', 10)),
    ],
    [
      { some: [{ var: 'technology' }, { '==': [{ var: 'name' }, 'SAP'] }] },
      has('technology', { where: where('all', is('name', 'eq', 'SAP')) }),
    ],
    [
      { none: [{ var: 'opportunity' }, { '==': [{ var: 'outcome' }, 'open'] }] },
      has('opportunity', { where: where('all', is('outcome', 'eq', 'open')), operator: 'eq', value: 0 }),
    ],
    [
      { all: [{ var: 'contact' }, { var: 'reachable' }] },
      all(
        has('contact'),
        has('contact', { where: where('none', is('reachable', 'isTrue')), operator: 'eq', value: 0 }),
      ),
    ],
    [
      { if: [{ '==': [industry, 'Retail'] }, { '>': [employees, 10] }, false] },
      any(all(retail, is('employees', 'gt', 10)), all(is('industry', 'ne', 'Retail'), any())),
    ],
  ])('reads %j', (logic, ours) => {
    const expected = ours.kind === 'group' ? ours : all(ours);
    expect(rootOf(logic)).toBe(canonicalText(expected));
  });

  it('names everything that a segment cannot say, with its path, and then reads nothing', () => {
    const form = read({
      and: [
        { '==': [industry, 'Retail'] },
        { '%': [employees, 2] },
        { or: [{ '>': [{ var: 'nonsense' }, 1] }, { '>': [employees, { var: 'revenue' }] }] },
        { '>': [industry, 'A'] },
        { '>': [{ '+': [employees, 1] }, 5] },
        { all: [{ var: 'needs' }, { '==': [{ var: '' }, 'Speed'] }] },
        { log: 'x' },
        17,
      ],
    });
    expect(form.ok ? [] : form.error.map(({ path, code }) => [path, code])).toEqual([
      ['/and/1/%', 'unknown_operation'],
      ['/and/2/or/0/>/0', 'unknown_field'],
      ['/and/2/or/1/>', 'not_expressible'],
      ['/and/3/>/1', 'not_expressible'],
      ['/and/4/>/0', 'not_expressible'],
      ['/and/5/all', 'not_expressible'],
      ['/and/6/log', 'unknown_operation'],
      ['/and/7', 'not_expressible'],
    ]);
  });

  it('does not let one "if" within the other grow beyond all bounds', () => {
    const deep = Array.from({ length: 30 }).reduce<unknown>(
      (test) => ({ if: [test, true, false] }),
      industry,
    );
    const form = read(deep);
    expect(form.ok ? [] : form.error.map(({ code }) => code)).toContain('not_expressible');
  });
});
