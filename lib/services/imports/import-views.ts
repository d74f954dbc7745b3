import 'server-only';
import type { ImportRow } from '#db/queries/imports/import-rows.ts';
import { countsOf } from '#db/queries/imports/import-rows.ts';
import { encodingLabels } from '#lib/imports/encoding.ts';
import type { FileFacts } from '#lib/imports/file-profile.ts';
import { guessImport } from '#lib/imports/guess-entity.ts';
import { type ImportEntity, importFields } from '#lib/imports/import-fields.ts';
import type { ImportView, SniffedView } from '#lib/imports/import-view.ts';
import type { Catalog } from '#lib/rules/catalog.ts';
import { formatIsoInstant } from '#lib/shared/days.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { fileDecimal } from './plan-import.ts';

/** An import as the API shows it in lists. */
export function importView(row: ImportRow): ImportView {
  return {
    id: toPublicId('import', row.id),
    fileName: row.fileName,
    fileBytes: row.fileBytes,
    kind: row.kind,
    entity: row.entity as ImportEntity | null,
    status: row.status,
    rows: countsOf(row),
    progress: { done: row.status === 'applying' ? row.rowsApplied : row.rowsRead, total: row.rowsTotal },
    isUndoing: row.status === 'applying' && row.isCancelRequested === 1,
    failureReason: row.failureReason,
    createdBy: row.userName,
    createdAt: formatIsoInstant(row.createdAt),
    finishedAt: row.finishedAt === null ? null : formatIsoInstant(row.finishedAt),
  };
}

/** What was found out about the file, with the evidence, and what is noteworthy about each column. */
export function sniffedView(facts: FileFacts, catalog: Catalog): SniffedView {
  const { best } = guessImport(facts.columns, (entity) => importFields(catalog, entity));
  const decimal = fileDecimal(facts);
  return {
    encoding: {
      value: facts.encoding.value,
      label: encodingLabels[facts.encoding.value],
      certain: facts.encoding.certain,
      evidence: facts.encoding.evidence,
    },
    layout: {
      delimiter: facts.layout.delimiter,
      lineEnd: facts.layout.lineEnd,
      delimiterEvidence: facts.layout.evidence.delimiter,
      lineEndEvidence: facts.layout.evidence.lineEnd,
    },
    header: { line: facts.header.line, evidence: facts.header.evidence },
    decimal: { mark: decimal.mark, evidence: decimal.evidence },
    dateOrders: facts.columns.flatMap((profile) =>
      profile.dateOrder
        ? [{ column: profile.column, order: profile.dateOrder.order, evidence: profile.dateOrder.evidence }]
        : [],
    ),
    rows: facts.rows,
    guessedEntity: best.entity,
    columns: facts.columns.map((profile) => {
      const guess = best.columns.find((entry) => entry.column === profile.column);
      return {
        column: profile.column,
        rows: profile.rows,
        filled: profile.filled,
        distinct: profile.distinct,
        samples: profile.samples,
        note: guess?.note ?? null,
        certainty: guess?.certainty ?? 0,
      };
    }),
  };
}
