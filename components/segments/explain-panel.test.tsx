import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ExplainedRule, Explanation } from '#lib/shared/segment-activity-shapes.ts';
import { ExplanationTree } from './explain-panel.tsx';

function rule(overrides: Partial<ExplainedRule>): ExplainedRule {
  return {
    id: 'a',
    kind: 'field',
    op: null,
    label: 'Employees is at least 500',
    outcome: true,
    known: true,
    actual: '1,240',
    children: [],
    ...overrides,
  };
}

function explanation(isMember: boolean, children: ExplainedRule[]): Explanation {
  return {
    record: { id: 'acc_1', name: 'Halvorsen Gearworks' },
    segment: { id: 'seg_1', name: 'Large machinery' },
    isMember,
    tree: rule({
      id: 'root',
      kind: 'group',
      op: 'all',
      label: 'All of',
      outcome: isMember,
      actual: null,
      children,
    }),
    asOf: 0,
  };
}

test('every condition says whether it passes, and what the account has', () => {
  render(
    <ExplanationTree
      explanation={explanation(false, [
        rule({}),
        rule({ id: 'b', label: 'Industry is Machinery', outcome: false, actual: 'Retail' }),
      ])}
    />,
  );
  expect(screen.getByText('not in')).toBeVisible();
  expect(screen.getAllByRole('img', { name: 'Fails' })).toHaveLength(2);
  expect(screen.getByRole('img', { name: 'Passes' })).toBeVisible();
  expect(screen.getByText('Retail')).toBeVisible();
});

test('a missing value is told as not known, not as a failure', () => {
  render(
    <ExplanationTree
      explanation={explanation(false, [rule({ outcome: false, known: false, actual: 'not known' })])}
    />,
  );
  expect(screen.getByRole('img', { name: 'Not known' })).toBeVisible();
  expect(screen.getAllByRole('img', { name: 'Fails' })).toHaveLength(1);
});

test('a missing value that lets the account in says so', () => {
  render(
    <ExplanationTree
      explanation={explanation(true, [
        rule({ label: 'Industry is not Retail', outcome: true, known: false, actual: 'not known' }),
      ])}
    />,
  );
  expect(screen.getByText('Not known, and that lets it in')).toBeVisible();
});
