import { describe, expect, it } from 'vitest';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import type { SegmentPreview } from '#lib/shared/preview-shapes.ts';
import { catalog, condition, draftOf } from '../testing.tsx';
import { emptiedBy } from './emptied-by.ts';
import { loosenedQuestions, missingQuestions, mutedQuestions, nearMissesOf } from './side-questions.ts';
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
    );
    expect(near).toMatchObject({ count: 792, loosened: { to: 450 } });
    expect(loosenedQuestions(rule, near ? [near] : [])[0]?.definition.root.rules[0]).toMatchObject({
      value: [450, 2000],
    });
  });
});
