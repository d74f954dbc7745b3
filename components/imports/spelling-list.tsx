'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import type { ImportReport, SpellingRow } from '#lib/imports/import-view.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';

const keyOf = (row: SpellingRow) => `${row.column}\n${row.field}\n${row.from}`;

function Row({
  row,
  checked,
  onCheck,
}: {
  row: SpellingRow;
  checked: boolean;
  onCheck: (checked: boolean) => void;
}) {
  return (
    <li className="flex min-h-[26px] items-center gap-2">
      <Checkbox
        checked={checked}
        onCheckedChange={(next) => onCheck(next === true)}
        aria-label={`Read ${row.from} as ${row.to}`}
      />
      <span className="truncate font-mono text-12 text-ink-2 line-through decoration-ink-3">{row.from}</span>
      <span className="text-ink-3" aria-hidden>
        →
      </span>
      <span className="truncate font-medium">{row.to}</span>
      <span className="ml-auto shrink-0 text-ink-2">{formatCount(row.rows, 'row')}</span>
    </li>
  );
}

/** Spellings that probably mean another value. Nothing is merged until somebody accepts it. */
export function SpellingList({
  report,
  onAccept,
}: {
  report: ImportReport;
  onAccept: (accepted: SpellingRow[]) => void;
}) {
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const { spellings, unmatchedValues } = report;
  if (spellings.length === 0 && unmatchedValues.length === 0) return null;
  const isChecked = (row: SpellingRow) => (row.reason !== 'wording') !== toggled.has(keyOf(row));
  const accepted = spellings.filter(isChecked);
  const rows = spellings.reduce((sum, row) => sum + row.rows, 0);
  const flip = (row: SpellingRow) =>
    setToggled((last) => {
      const next = new Set(last);
      if (!next.delete(keyOf(row))) next.add(keyOf(row));
      return next;
    });
  const misspelt = spellings.filter((row) => row.reason !== 'wording');
  const wordings = spellings.filter((row) => row.reason === 'wording');
  return (
    <section className="border-b border-line px-4 py-2">
      <SectionHeader
        title="Spellings"
        fact={
          spellings.length > 0
            ? `${formatNumber(spellings.length)} found in ${formatCount(rows, 'row')}`
            : undefined
        }
        actions={
          accepted.length > 0 && (
            <Button variant="link" onClick={() => onAccept(accepted)}>
              Accept {formatNumber(accepted.length)}
            </Button>
          )
        }
      />
      <ul>
        {misspelt.map((row) => (
          <Row key={keyOf(row)} row={row} checked={isChecked(row)} onCheck={() => flip(row)} />
        ))}
      </ul>
      {wordings.length > 0 && (
        <details className="mt-1">
          <summary className="cursor-pointer text-12 text-ink-2">
            {formatCount(wordings.length, 'other wording')} of an industry that ships
          </summary>
          <ul>
            {wordings.map((row) => (
              <Row key={keyOf(row)} row={row} checked={isChecked(row)} onCheck={() => flip(row)} />
            ))}
          </ul>
        </details>
      )}
      {unmatchedValues.map((group) => (
        <p key={`${group.column}#${group.field}`} className="py-1 text-12 text-ink-3">
          {group.column}, nothing near:{' '}
          {group.values
            .slice(0, 5)
            .map((entry) => `“${entry.value}” ${formatNumber(entry.rows)}`)
            .join(' · ')}
        </p>
      ))}
    </section>
  );
}
