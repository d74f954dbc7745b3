import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { ImportReport, SpellingRow } from '#lib/imports/import-view.ts';
import { shareWords } from './dry-run-figures.tsx';
import { CutProblems } from './problem-files.tsx';
import { QuestionBand } from './question-band.tsx';
import { SpellingList } from './spelling-list.tsx';
import { StageList } from './stage-list.tsx';
import { applyWords } from './words.ts';

const spelling = (from: string, to: string, reason: SpellingRow['reason']): SpellingRow => ({
  column: 'sector',
  field: 'industry',
  from,
  to,
  rows: 12,
  reason,
  isKnown: true,
});

const report: ImportReport = {
  issues: [],
  problems: [],
  questions: [],
  spellings: [spelling('technolgy', 'Technology', 'typo'), spelling('medical', 'Healthcare', 'wording')],
  unmatchedValues: [],
  stages: [],
  rowsWithoutAccount: 0,
  unknownAccounts: [],
  unknownProducts: [],
  unknownReps: [],
  rowsWithUnknown: { account: 0, product: 0, rep: 0 },
  alsoCreated: {},
  absentRecords: 0,
  likelyDuplicates: { rows: 0, samples: [] },
  relinked: {},
  newFields: [],
  effect: null,
  isEffectPending: false,
  unclosedQuoteLine: null,
  elapsedMs: 1,
};

describe('spellings', () => {
  test('typos are ticked, other wordings are not; only what is ticked is accepted', async () => {
    const onAccept = vi.fn();
    render(<SpellingList report={report} onAccept={onAccept} />);
    await userEvent.click(screen.getByRole('button', { name: 'Accept 1' }));
    expect(onAccept.mock.calls[0]?.[0].map((row: SpellingRow) => row.from)).toEqual(['technolgy']);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Read technolgy as Technology' }));
    expect(screen.queryByRole('button', { name: /Accept/ })).toBeNull();
  });
});

describe('the one question', () => {
  test('shows both readings as dates and hands back the format', async () => {
    const onAnswer = vi.fn();
    const question = {
      kind: 'dateOrder',
      column: 'first_contact',
      example: '03/04/2026',
      detail: 'No date decides.',
    } as const;
    render(<QuestionBand question={question} onAnswer={onAnswer} />);
    await userEvent.click(screen.getByRole('button', { name: /Day first.*Apr 3, 2026/ }));
    expect(onAnswer).toHaveBeenCalledWith('D/M/YYYY');
    expect(screen.getByRole('button', { name: /Month first.*Mar 4, 2026/ })).toBeTruthy();
  });
});

describe('stages', () => {
  test('only new ones are asked about', () => {
    const stages = [
      { name: 'Prospecting', outcome: 'open', rows: 5, isNew: true },
      { name: 'Won', outcome: 'won', rows: 7, isNew: false },
    ] as const;
    render(<StageList stages={[...stages]} onOutcome={() => {}} />);
    expect(screen.getByRole('combobox', { name: 'Prospecting means' })).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: 'Won means' })).toBeNull();
  });
});

test('the apply button says what it will do', () => {
  const rows = { read: 9, created: 3912, updated: 6204, unchanged: 0, rejected: 0, withProblems: 0 };
  expect(applyWords(rows)).toBe('Create 3,912, update 6,204');
  expect(applyWords({ ...rows, created: 0 })).toBe('Update 6,204');
  expect(applyWords({ ...rows, created: 0, updated: 0 })).toBe('Nothing to change');
});

test('a share that rounds to all or nothing says that it is not quite', () => {
  const words = (count: number, of: number) => shareWords(count, of).replace(/\s/g, ' ');
  expect(words(17_726, 17_727)).toBe('> 99.9 %');
  expect(words(1, 17_727)).toBe('< 0.1 %');
  expect([words(0, 7), words(7, 7), words(59, 60), words(0, 0)]).toEqual(['0 %', '100 %', '98.3 %', '0 %']);
});

test('a download that ends before the problems do says so', () => {
  const { rerender } = render(<CutProblems counts={{ all: 50_000, stored: 50_000 }} />);
  expect(screen.queryByText(/download/)).toBeNull();
  rerender(<CutProblems counts={{ all: 73_412, stored: 50_000 }} />);
  expect(screen.getByText(/There are 73,412 problems.*first 50,000 in the order of the file/)).toBeVisible();
});
