import { describe, expect, it } from 'vitest';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import type { SegmentPreview } from '#lib/shared/preview-shapes.ts';
import { catalog, condition, draftOf } from '../testing.tsx';
import { emptiedBy, passedByNobody } from './emptied-by.ts';
import {
  loosenedQuestions,
  missingQuestions,
  mutedQuestions,
  nearMissesOf,
  toldMisses,
} from './side-questions.ts';
import { shownSide } from './shown-set.ts';
import { viabilityOf } from './viability.ts';

const limits = { low: 100, high: 200 };

function previewOf(more: Partial<SegmentPreview>): SegmentPreview {
  return {
    ...{ count: 0, total: 1000, reachableContacts: 0, breakdowns: {}, histograms: {}, asOf: 0 },
    ...{ page: { items: [], nextCursor: null }, valuesAsOfToday: false, dataAt: null, elapsedMs: 1 },
    ...more,
  };
}

const rule = draftOf(
  condition('size', 'employees', 'between', [500, 2000]),
  condition('not', 'ownership', 'notIn', ['government']),
) as SegmentDefinition;

it('changes are listed from the side that has somebody on it, until one is chosen', () => {
  const onlyOut = { entering: 0, leaving: 48 };
  expect(shownSide(null, onlyOut)).toBe('leaving');
  expect(shownSide('entering', onlyOut)).toBe('entering');
  expect(shownSide(null, { entering: 2, leaving: 48 })).toBe('entering');
  expect(shownSide(null, null)).toBe('entering');
});

describe('viability', () => {
  const mixed = { industry: ['A', 'B', 'C', 'D'].map((value) => ({ value, label: value, count: 25 })) };
  it.each([
    [99, {}, 'caution', 'Small: a campaign needs 100–200'],
    [100, {}, 'good', 'Viable · needs 100–200'],
    [9000, { industry: [{ value: 'A', label: 'A', count: 90 }] }, 'good', 'Viable · needs 100–200'],
    [9000, mixed, 'caution', 'Large and mixed: split it'],
  ])('of %d contacts', (contacts, breakdowns, tone, text) => {
    expect(viabilityOf(contacts, limits, breakdowns)).toEqual({ tone, text });
  });
});

describe('an empty result', () => {
  it('is blamed on the condition that brings the most back, with those who have no value in it', () => {
    const preview = previewOf({
      conditions: {
        root: { alone: 0, without: 900 },
        size: { alone: 50, without: 37 },
        not: { alone: 9, without: 2 },
      },
      unknowns: { out: { employees: 22 }, in: 0 },
    });
    expect(emptiedBy(rule, preview)).toMatchObject({ rule: { id: 'size' }, without: 37, noRows: 22 });
  });

  it('is explained by those that nobody passes even alone', () => {
    const alone = { size: { alone: 0, without: 0 }, not: { alone: 9, without: 0 } };
    const named = passedByNobody(rule, previewOf({ conditions: alone }));
    expect(named.map(({ id }) => id)).toEqual(['size']);
  });

  it('is blamed on nobody when two empty it together', () => {
    const preview = previewOf({
      conditions: { size: { alone: 50, without: 0 }, not: { alone: 9, without: 0 } },
    });
    expect(emptiedBy(rule, preview)).toBeNull();
    expect(emptiedBy(rule, { ...preview, count: 1 })).toBeNull();
  });
});

describe('side questions', () => {
  it('ask for members without a value in a negative condition', () => {
    const [question, ...others] = missingQuestions(rule);
    expect(others).toEqual([]);
    expect(question).toMatchObject({
      key: 'missing not',
      definition: { root: { op: 'all', rules: [{ id: 'root' }, { field: 'ownership', operator: 'empty' }] } },
    });
  });

  it('ask for a muted condition as if it counted, and leave the unfinished alone', () => {
    const muted = { ...condition('m', 'owner', 'empty'), muted: true };
    const unfinished = { ...condition('u', 'journeyStage', 'in'), muted: true };
    const questions = mutedQuestions(draftOf(muted, unfinished), catalog);
    expect(questions).toMatchObject([{ key: 'muted m', aloneOf: 'm' }]);
    expect(questions[0]?.definition.root.rules).toHaveLength(1);
  });

  it('ask what loosening the nearest miss would bring in', () => {
    const [near] = nearMissesOf(
      rule,
      previewOf({ nearMisses: { size: { count: 792, closest: 499 }, not: { count: 3, closest: null } } }),
      catalog,
    );
    expect(near).toMatchObject({ count: 792, loosened: { to: 450 } });
    expect(loosenedQuestions(rule, near ? [near] : [])[0]?.definition.root.rules[0]).toMatchObject({
      value: [450, 2000],
    });
  });

  it('ask of years what a few years more would bring in', () => {
    const founded = draftOf(condition('year', 'foundedYear', 'lt', 2000)) as SegmentDefinition;
    const preview = previewOf({ nearMisses: { year: { count: 9, closest: 2001 } } });
    expect(nearMissesOf(founded, preview, catalog)).toMatchObject([{ loosened: { to: 2005 } }]);
  });

  it('tell the most near-misses, and those that one click brings in where the most are none of them', () => {
    const near = nearMissesOf(
      rule,
      previewOf({ nearMisses: { size: { count: 3, closest: 499 }, not: { count: 700, closest: null } } }),
      catalog,
    ).map((one) => ({ ...one, countThen: one.loosened && 12 }));
    expect(toldMisses(near, 10).map(({ condition: { id } }) => id)).toEqual(['not', 'size']);
    expect(toldMisses(near, 12).map(({ condition: { id } }) => id)).toEqual(['not']);
    expect(toldMisses(near.slice(1), 10)).toHaveLength(1);
  });
});
