'use client';
import type { AuditEntryView } from '#lib/shared/audit-shapes.ts';
import { formatInstant } from '#lib/shared/format.ts';
import { DataList } from '../ui/data-list.tsx';
import { PeekPanel } from '../ui/peek-panel.tsx';
import { SectionHeader } from '../ui/section-header.tsx';
import { type DiffLine, diffLines } from './audit-diff.ts';
import { AuditSubject } from './audit-subject.tsx';
import { actionWords, keyWords } from './audit-words.ts';

/** One audit entry: who, when, why, and each value before and after. */
export function AuditEntryPanel({
  entry,
  timeZone,
  onClose,
}: {
  entry: AuditEntryView;
  timeZone: string;
  onClose: () => void;
}) {
  const lines = diffLines(entry.before, entry.after);
  const items = [
    { label: 'Who', value: entry.actor },
    { label: 'When', value: formatInstant(entry.at, timeZone) },
    { label: 'Action', value: actionWords(entry.action) },
    ...(entry.recordId || entry.entity === 'workspace'
      ? [{ label: 'Record', value: <AuditSubject entry={entry} /> }]
      : []),
    ...(entry.reason ? [{ label: 'Why', value: entry.reason }] : []),
  ];
  return (
    <PeekPanel
      title={entry.summary}
      header={<p className="font-medium">{entry.summary}</p>}
      onClose={onClose}
    >
      <div className="grid gap-4 px-4 py-3">
        <DataList items={items} labelWidth={72} />
        {lines.length === 0 && entry.after !== null && <p className="text-ink-3">No value differs.</p>}
        {lines.length > 0 && (
          <section>
            <SectionHeader title={titleOf(entry)} fact={`${lines.length}`} level={3} />
            <ul className="grid">
              {lines.map((line) => (
                <Line key={line.path.join('/')} line={line} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </PeekPanel>
  );
}

function titleOf(entry: AuditEntryView): string {
  if (entry.before === null) return 'Values';
  return entry.after === null ? 'Values before' : 'Changes';
}

function Line({ line: { path, before, after } }: { line: DiffLine }) {
  return (
    <li className="border-t border-line py-1.5">
      <p className="text-12 text-ink-3">{path.map(keyWords).join(' › ')}</p>
      <p className="break-words">
        {before !== undefined && <del className="text-bad-ink decoration-1">{shown(before)}</del>}
        {before !== undefined && after !== undefined && <span className="text-ink-3"> → </span>}
        {after !== undefined && <ins className="text-good-ink no-underline">{shown(after)}</ins>}
      </p>
    </li>
  );
}

function shown(value: DiffLine['before']): string {
  if (value === null || value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
