import type { Window } from '../ast.ts';
import { grouped, rows, type Rows } from '../presets/make-rules.ts';
import { rowWordings } from './row-wordings.ts';
import type { Candidate, Reading } from './suggestion.ts';
import { takeWindow } from './windows.ts';

const longAgo = /\s+(?:(?:is|was)\s+)?(?:more than|over|longer than|>)\s+(\d+\s*[a-z]+)(?:\s+ago)?$/i;

/** `last activity before 1 March`, `last meeting over 60 days ago`: rows there are, and when the latest of them was. */
export function readLastRow(text: string, reading: Reading): Candidate[] {
  const typed = /^(?:last|latest)\s+(.+)$/i.exec(text)?.[1];
  if (typed === undefined) return [];
  const { rest, window, isOver } = lastTime(typed, reading);
  if (window === null) return [];
  const what = rest.replace(/\s+(?:is|was)$/i, '').toLowerCase();
  const wording = rowWordings.find(({ words }) => words.includes(what));
  if (wording?.rows.dateField !== undefined || wording === undefined) return [];
  const { entity, where } = wording.rows;
  const make = (more: Partial<Rows>) => rows(reading.newId, reading.entity, { entity, where, ...more });
  if (!isOver) return [{ rank: 92, detail: wording.detail, rule: make({ window }) }];
  const none = { window, operator: 'eq', value: 0 } as const;
  const label = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  const both = grouped(reading.newId, 'all', [make({}), make(none)]);
  return [
    { rank: 93, detail: wording.detail, label, rule: both },
    { rank: 91, detail: wording.detail, rule: make(none) },
  ];
}

/** The window of the latest row, or with `isOver` the one it lies before. */
function lastTime(
  text: string,
  { todayOn }: Reading,
): { rest: string; window: Window | null; isOver: boolean } {
  const over = longAgo.exec(text);
  if (over)
    return { rest: text.slice(0, over.index), window: takeWindow(`last ${over[1]}`).window, isOver: true };
  const { rest, window } = takeWindow(text.replace(/\s+before\s/i, ' since '), todayOn);
  return { rest, window, isOver: /\sbefore\s/i.test(text) };
}
