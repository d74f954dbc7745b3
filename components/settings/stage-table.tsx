'use client';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { formatNumber } from '#lib/shared/format.ts';
import { type Stage, type StageList, stageList } from '#lib/shared/stage-shapes.ts';
import { api } from '../api-client.ts';
import { FormMessage } from '../auth/form-message.tsx';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Input } from '../ui/input.tsx';
import { NumberInput } from '../ui/number-input.tsx';
import { SectionHeader } from '../ui/section-header.tsx';
import { Select } from '../ui/select.tsx';
import { useStanding } from '../ui/use-standing.ts';
import { useSubmit } from './use-submit.ts';
import { TableScroll } from '../ui/table-scroll.tsx';

/** A stage on screen; `id` is missing until a new one is saved. */
type Row = Omit<Stage, 'id'> & { id?: string; key: string };

const outcomes = [
  { value: 'open' as const, label: 'Open' },
  { value: 'won' as const, label: 'Won' },
  { value: 'lost' as const, label: 'Lost' },
];

const cell = 'border-b border-line py-1 pr-2 align-middle';
const head = `${cell} text-12 font-normal text-ink-3`;

/** The stage table: order, what a stage means, how likely it closes. Saved as a whole. */
export function StageTable({ list, mayEdit }: { list: StageList; mayEdit: boolean }) {
  const [rows, setRows] = useState<Row[]>(list.items.map((stage) => ({ ...stage, key: stage.id })));
  const { isBusy, refusal, submit } = useSubmit();
  const change = (at: number, part: Partial<Row>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const move = (at: number, by: -1 | 1) => {
    const next = [...rows];
    const [row] = next.splice(at, 1);
    if (row) next.splice(at + by, 0, row);
    setRows(next);
  };
  const add = () =>
    setRows([
      ...rows,
      {
        key: `new-${rows.length}-${rows.at(-1)?.key ?? ''}`,
        pipeline: rows.at(-1)?.pipeline ?? '',
        name: '',
        outcome: 'open',
        probabilityRate: null,
        isConfirmed: true,
        deals: 0,
      },
    ]);
  const hasPipelines = rows.some((row) => row.pipeline !== '');
  const save = () =>
    submit(
      () =>
        api('/stages', {
          method: 'PUT',
          ifMatch: list.version,
          body: { items: rows.map(sent) },
          schema: stageList,
        }),
      'Stages saved',
    );
  const listError = Object.entries(refusal.fields).find(([path]) => path === 'items')?.[1];
  return (
    <section className="min-w-0">
      <SectionHeader
        title="Deal stages"
        fact="Order, outcome and probability; results and funnels follow them."
      />
      {rows.length === 0 && (
        <p className="py-2 text-ink-2">No stages yet. Importing deals fills this table.</p>
      )}
      <TableScroll label="Deal stages">
        <table className="w-full min-w-140 border-collapse text-left">
          <thead>
            <tr>
              <th className={head}>Stage</th>
              {hasPipelines && <th className={head}>Pipeline</th>}
              <th className={head}>Outcome</th>
              <th className={head}>Probability</th>
              <th className={`${head} text-right`}>Deals now</th>
              {mayEdit && (
                <th className={head}>
                  <span className="sr-only">Order</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={row.key}>
                <td className={cell}>
                  {mayEdit ? (
                    <StageName
                      label={`Name of stage ${at + 1}`}
                      refusal={refusal.fields[`items.${at}.name`]}
                      value={row.name}
                      onValueChange={(name) => change(at, { name })}
                    />
                  ) : (
                    row.name
                  )}
                  {!row.isConfirmed && <Chip tone="caution">outcome guessed, please check</Chip>}
                </td>
                {hasPipelines && <td className={cell}>{row.pipeline}</td>}
                <td className={cell}>
                  <Select
                    label={`Outcome of ${row.name}`}
                    value={row.outcome}
                    disabled={!mayEdit}
                    onValueChange={(outcome) => change(at, { outcome })}
                    options={outcomes}
                  />
                </td>
                <td className={`${cell} w-28`}>
                  <NumberInput
                    size="md"
                    aria-label={`Probability of ${row.name}`}
                    unit="%"
                    readOnly={!mayEdit}
                    value={row.probabilityRate === null ? null : Math.round(row.probabilityRate * 1000) / 10}
                    onValueChange={(value) =>
                      change(at, { probabilityRate: value === null ? null : value / 100 })
                    }
                  />
                </td>
                <td className={`${cell} text-right`}>{formatNumber(row.deals)}</td>
                {mayEdit && (
                  <td className={`${cell} w-24 text-right whitespace-nowrap`}>
                    <IconButton
                      size="sm"
                      label={`Move ${row.name} up`}
                      disabled={at === 0}
                      onClick={() => move(at, -1)}
                    >
                      <ArrowUp aria-hidden />
                    </IconButton>
                    <IconButton
                      size="sm"
                      label={`Move ${row.name} down`}
                      disabled={at === rows.length - 1}
                      onClick={() => move(at, 1)}
                    >
                      <ArrowDown aria-hidden />
                    </IconButton>
                    <IconButton
                      size="sm"
                      label={`Remove ${row.name}`}
                      onClick={() => setRows(rows.filter((_, index) => index !== at))}
                    >
                      <X aria-hidden />
                    </IconButton>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {mayEdit && (
        <div className="mt-3 flex flex-wrap items-center gap-2">
          <Button onClick={add}>
            <Plus aria-hidden /> Add a stage
          </Button>
          <Button variant="primary" busy={isBusy} onClick={() => void save()}>
            Save stages
          </Button>
          <FormMessage>{refusal.message ?? listError}</FormMessage>
        </div>
      )}
    </section>
  );
}

/** What the API takes of a row. */
function sent({ id, pipeline, name, outcome, probabilityRate }: Row) {
  return { ...(id === undefined ? {} : { id }), pipeline, name, outcome, probabilityRate };
}

function StageName({
  label,
  refusal,
  value,
  onValueChange,
}: {
  label: string;
  refusal: string | undefined;
  value: string;
  onValueChange: (name: string) => void;
}) {
  const { standing } = useStanding(refusal, value);
  return (
    <>
      <Input
        size="md"
        aria-label={label}
        aria-invalid={standing ? true : undefined}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
      />
      {standing && (
        <p role="alert" className="text-12 text-bad-ink">
          {standing}
        </p>
      )}
    </>
  );
}
