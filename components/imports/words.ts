import type { ImportStatusName, ImportView } from '#lib/imports/import-view.ts';
import { formatNumber } from '#lib/shared/format.ts';

/** Status in words, with the tone of its chip. */
export const statusWords: Record<
  ImportStatusName,
  { label: string; tone?: 'good' | 'caution' | 'bad' | 'accent' }
> = {
  pending: { label: 'Waiting' },
  checking: { label: 'Checking', tone: 'accent' },
  checked: { label: 'Ready to apply', tone: 'caution' },
  applying: { label: 'Applying', tone: 'accent' },
  completed: { label: 'Completed', tone: 'good' },
  failed: { label: 'Failed', tone: 'bad' },
  cancelled: { label: 'Cancelled' },
  undone: { label: 'Undone' },
};

/** What the apply button will do: `Create 3,912, update 6,204`. */
export function applyWords(rows: ImportView['rows']): string {
  const parts = [
    rows.created > 0 ? `create ${formatNumber(rows.created)}` : null,
    rows.updated > 0 ? `update ${formatNumber(rows.updated)}` : null,
  ].filter((part) => part !== null);
  const text = parts.join(', ');
  return text === '' ? 'Nothing to change' : (text[0]?.toUpperCase() ?? '') + text.slice(1);
}

export const typeWords: Record<string, string> = {
  text: 'text',
  category: 'category',
  number: 'number',
  money: 'money',
  day: 'day',
  instant: 'time',
  boolean: 'yes or no',
  tags: 'list',
  ref: 'reference',
};
