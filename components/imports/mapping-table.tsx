'use client';
import { ArrowRight } from 'lucide-react';
import { cn } from '#components/ui/cn.ts';
import { Track } from '#components/ui/track.tsx';
import type { ImportDetail } from '#lib/imports/import-view.ts';
import type { ImportOptions } from '#lib/imports/options.ts';
import { formatRate } from '#lib/shared/format.ts';
import { ColumnNote } from './column-note.tsx';
import { ColumnSettings } from './column-settings.tsx';
import { FieldChoice, type FieldChoiceList } from './field-choice.tsx';
import { changeColumn, chooseField, makeCustomField, type MappingRow, mappingRows } from './options-draft.ts';

const grid =
  'grid grid-cols-[minmax(96px,0.8fr)_minmax(120px,1.2fr)_104px_16px_192px_minmax(140px,1.3fr)_28px] items-center gap-x-2 px-4 max-lg:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)_28px] max-lg:gap-y-1 max-lg:py-2';

/** Every column of the file: what is in it, how full it is, which field it feeds, what is noteworthy. */
export function MappingTable({
  detail,
  options,
  fields,
  onChange,
}: {
  detail: ImportDetail;
  options: ImportOptions;
  fields: FieldChoiceList;
  onChange: (next: ImportOptions) => void;
}) {
  const columns = detail.sniffed?.columns ?? [];
  const names = columns.map((column) => column.column);
  const rows = mappingRows(options, names);
  const mapped = rows.filter((row) => row.mapping || row.isNewField).length;
  return (
    <div role="table" aria-label="Columns of the file and their fields" className="text-13">
      <div role="row" className={cn(grid, 'h-7 border-b border-line text-12 text-ink-3 max-lg:hidden')}>
        <span role="columnheader">Column in the file</span>
        <span role="columnheader">First values</span>
        <span role="columnheader">Filled</span>
        <span aria-hidden />
        <span role="columnheader">
          Field · {mapped} of {rows.length} used
        </span>
        <span role="columnheader">Note</span>
        <span role="columnheader">
          <span className="sr-only">Settings</span>
        </span>
      </div>
      {rows.map((row) => (
        <Row
          key={`${row.column}#${row.position}`}
          row={row}
          detail={detail}
          options={options}
          fields={fields}
          names={names}
          onChange={onChange}
        />
      ))}
    </div>
  );
}

function Row({
  row,
  detail,
  options,
  fields,
  names,
  onChange,
}: {
  row: MappingRow;
  detail: ImportDetail;
  options: ImportOptions;
  fields: FieldChoiceList;
  names: string[];
  onChange: (next: ImportOptions) => void;
}) {
  const { column, position, mapping, isNewField } = row;
  const profile = detail.sniffed?.columns.find((entry) => entry.column === column);
  const share = profile && profile.rows > 0 ? profile.filled / profile.rows : 0;
  const isAsked = mapping !== null && detail.report?.questions.some((question) => question.column === column);
  const isOut = !mapping && !isNewField;
  const allowsNewField =
    ['account', 'contact', 'opportunity', 'rep'].includes(options.entity) && position === 0;
  return (
    <div role="row" className={cn(grid, 'min-h-9 border-b border-line', isAsked && 'bg-caution-soft')}>
      <span role="cell" className={cn('truncate font-mono text-12', isOut && 'text-ink-3')} title={column}>
        {position > 0 ? <span className="text-ink-3">{column}, again</span> : column}
      </span>
      <span
        role="cell"
        className={cn('truncate text-ink-2 max-lg:col-span-2', isOut && 'text-ink-3')}
        title={profile?.samples.join(' · ')}
      >
        {profile?.samples.join(' · ') || '–'}
      </span>
      <span role="cell" className="grid grid-cols-[36px_1fr] items-center gap-2 max-lg:hidden">
        <Track share={share} height={8} />
        <span className="text-right">{formatRate(share, { digits: share === 1 ? 0 : 1 })}</span>
      </span>
      <ArrowRight className="size-3.5 text-ink-3 max-lg:hidden" aria-hidden />
      <span role="cell" className="min-w-0">
        <FieldChoice
          column={column}
          value={mapping?.field ?? null}
          isNewField={isNewField}
          fields={fields}
          allowsNewField={allowsNewField}
          onChoose={(choice) =>
            onChange(
              choice.isNewField
                ? makeCustomField(options, column, names)
                : chooseField(options, column, position, choice.field),
            )
          }
        />
      </span>
      <span role="cell" className="min-w-0 truncate">
        <ColumnNote
          detail={detail}
          options={options}
          column={column}
          mapping={mapping}
          isNewField={isNewField}
        />
      </span>
      <span role="cell">
        {mapping && (
          <ColumnSettings
            column={column}
            mapping={mapping}
            field={fields.find((field) => field.key === mapping.field)}
            onChange={(change) => onChange(changeColumn(options, column, position, change))}
          />
        )}
      </span>
    </div>
  );
}
