'use client';
import { api } from '#components/api-client.ts';
import { Callout } from '#components/ui/callout.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Select } from '#components/ui/select.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { toastError } from '#components/ui/toast.ts';
import type { ImportEntity } from '#lib/imports/import-fields.ts';
import type { ImportDetail, ImportFieldList } from '#lib/imports/import-view.ts';
import { importOptionsSchema } from '#lib/imports/options.ts';
import { formatBytes, formatCount, formatNumber } from '#lib/shared/format.ts';
import { CheckPanel } from './check-panel.tsx';
import { ExtraTargets } from './extra-targets.tsx';
import { ImportChoices } from './import-choices.tsx';
import { ImportSteps } from './import-steps.tsx';
import { SaveMapping, UseMapping } from './mapping-actions.tsx';
import { MappingTable } from './mapping-table.tsx';
import { changeColumn, mappingRows } from './options-draft.ts';
import { OutcomeView } from './outcome-view.tsx';
import { QuestionBand } from './question-band.tsx';
import { SniffLine } from './sniff-line.tsx';
import { useImport } from './use-import.ts';
import { statusWords } from './words.ts';

/** One import from the mapping to its summary. */
export function ImportPage({ initial, fields }: { initial: ImportDetail; fields: ImportFieldList }) {
  const control = useImport(initial);
  const { detail, options, change, problem } = control;
  const isEditing =
    ['pending', 'checking', 'checked'].includes(detail.status) ||
    (detail.status === 'failed' && detail.sniffed !== null && detail.rows.created === 0);
  const status = statusWords[detail.status];
  const { sniffed } = detail;
  const ofEntity = fields.entities.find((entry) => entry.entity === options?.entity)?.fields ?? [];
  const facts = sniffed
    ? `${formatNumber(sniffed.rows)} rows · ${formatCount(sniffed.columns.length, 'column')} · ${formatBytes(detail.fileBytes)}`
    : formatBytes(detail.fileBytes);

  async function onEntity(entity: ImportEntity) {
    try {
      change(await api(`/imports/${detail.id}/guess?entity=${entity}`, { schema: importOptionsSchema }));
    } catch (error) {
      toastError(error instanceof Error ? error.message : 'That did not work. Please try again.');
    }
  }

  function answer(column: string, format: string) {
    if (!options) return;
    const positions = mappingRows(options, [column]).filter((row) => row.mapping);
    change(
      positions.reduce((current, row) => changeColumn(current, column, row.position, { format }), options),
    );
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        crumbs={[{ label: 'Data', href: '/data' }]}
        title={detail.fileName}
        status={<Chip {...(status.tone ? { tone: status.tone } : {})}>{status.label}</Chip>}
        facts={facts}
        actions={
          <>
            {isEditing && options && (
              <Select
                label="Kind of rows"
                prefix="Rows are"
                value={options.entity}
                onValueChange={(entity) => void onEntity(entity)}
                options={fields.entities.map((entry) => ({ value: entry.entity, label: entry.label }))}
              />
            )}
            {isEditing && options && <SaveMapping detail={detail} options={options} />}
            <ImportSteps current={isEditing ? 1 : 2} />
          </>
        }
      />
      {problem && (
        <Callout tone="bad" title="This was refused.">
          {problem}
        </Callout>
      )}
      {detail.report?.unclosedQuoteLine && (
        <Callout
          tone="caution"
          title={`The quote that opens in line ${formatNumber(detail.report.unclosedQuoteLine)} never closes.`}
        >
          Everything behind it was read as one cell. Close the quote in the file and upload it again.
        </Callout>
      )}
      {!isEditing && <OutcomeView control={control} />}
      {isEditing && (
        <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_336px] max-lg:block max-lg:overflow-auto">
          <div className="flex min-h-0 min-w-0 flex-col overflow-auto max-lg:overflow-visible">
            {sniffed && options ? (
              <>
                <SniffLine sniffed={sniffed} options={options} onChange={change} />
                <UseMapping detail={detail} onUse={change} />
                {detail.report?.questions.map((question) => (
                  <QuestionBand
                    key={question.column}
                    question={question}
                    onAnswer={(format) => answer(question.column, format)}
                  />
                ))}
                <MappingTable detail={detail} options={options} fields={ofEntity} onChange={change} />
                <ExtraTargets
                  options={options}
                  columns={sniffed.columns.map((column) => column.column)}
                  fields={ofEntity}
                  onChange={change}
                />
                <ImportChoices options={options} onChange={change} />
              </>
            ) : (
              <SkeletonRows rows={8} label="Reading the file" />
            )}
          </div>
          <CheckPanel control={control} options={options} />
        </div>
      )}
    </div>
  );
}
