import { TriangleAlert } from 'lucide-react';
import { Chip } from '#components/ui/chip.tsx';
import type { ImportDetail } from '#lib/imports/import-view.ts';
import type { ColumnMapping, ImportOptions } from '#lib/imports/options.ts';
import { formatNumber } from '#lib/shared/format.ts';
import { typeWords } from './words.ts';

const keyHints: Record<string, string> = {
  externalId: 'exact',
  domain: 'if no id matches',
  email: 'if no id matches',
  name: 'if no other key matches',
};
const matchWords: Record<string, string> = { externalId: 'id', domain: 'domain', name: 'name' };

function keysOf(options: ImportOptions): string[] {
  const order = options.match ?? ['externalId', 'domain', 'email', 'name'];
  const used = new Set(
    Object.values(options.mapping)
      .flatMap((entry) => (Array.isArray(entry) ? entry : [entry]))
      .map((entry) => entry?.field),
  );
  const withKeys = ['account', 'contact', 'rep', 'opportunity', 'product'].includes(options.entity);
  return withKeys ? order.filter((key) => used.has(key)) : [];
}

function settingsText(mapping: ColumnMapping): string[] {
  const texts: string[] = [];
  if (mapping.range) texts.push(`ranges → ${mapping.range} end`);
  if (mapping.part) texts.push(`part: ${mapping.part}`);
  if (mapping.split) texts.push(`split at “${mapping.split}”`);
  if (mapping.format && mapping.format !== 'auto') texts.push(mapping.format);
  if (mapping.timeZone) texts.push(mapping.timeZone);
  if (mapping.empty?.length) texts.push(`${mapping.empty.map((word) => `“${word}”`).join(', ')} = empty`);
  const merged = Object.keys(mapping.values ?? {}).length;
  if (merged > 0) texts.push(`${merged} spelling${merged === 1 ? '' : 's'} merged`);
  if (mapping.onEmpty === 'clear') texts.push('empty clears');
  return texts;
}

/** What is noteworthy about a column in this mapping: key, settings, evidence, problems. */
export function ColumnNote({
  detail,
  options,
  column,
  mapping,
  isNewField = false,
}: {
  detail: ImportDetail;
  options: ImportOptions;
  column: string;
  mapping: ColumnMapping | null;
  isNewField?: boolean;
}) {
  const { report, sniffed } = detail;
  const note = sniffed?.columns.find((entry) => entry.column === column)?.note;
  const made = isNewField ? report?.newFields.find((field) => field.label === column) : undefined;
  if (!mapping) {
    const text = made ? `new field: ${typeWords[made.type] ?? made.type}` : (note ?? '');
    return <span className="text-12 text-ink-3">{text}</span>;
  }
  const keys = keysOf(options);
  const key = keys.indexOf(mapping.field);
  const isAsked = report?.questions.some((question) => question.column === column);
  const groups = report?.problems.filter((group) => group.column === column && !group.rowRejected) ?? [];
  const rowsOf = (isUnknown: boolean) =>
    groups
      .filter((group) => group.code.startsWith('unknown_') === isUnknown)
      .reduce((sum, group) => sum + group.count, 0);
  const [unread, unknown] = [rowsOf(false), rowsOf(true)];
  const spellings =
    report?.spellings.filter((entry) => entry.column === column && entry.reason !== 'wording').length ?? 0;
  const order = sniffed?.dateOrders.find((entry) => entry.column === column);
  const texts = settingsText(mapping);
  if (mapping.field === 'account' && options.account) {
    texts.push(
      `found by ${options.account.match.map((entry) => matchWords[entry] ?? entry).join(', then ')}`,
    );
  }
  if (order?.order && order.order !== 'ymd' && !mapping.format) {
    texts.push(`${order.order === 'mdy' ? 'month' : 'day'} first: ${order.evidence}`);
  }
  const cautions = [
    mapping.scale ? `× ${formatNumber(mapping.scale)}` : null,
    isAsked ? 'day or month first?' : null,
    spellings > 0 ? `${spellings} spelling${spellings === 1 ? '' : 's'} to settle` : null,
    unknown > 0 ? `${formatNumber(unknown)} name nobody known` : null,
    unread > 0 ? `${formatNumber(unread)} unreadable` : null,
  ].filter((text) => text !== null);
  return (
    <span className="flex min-w-0 items-center gap-1.5 text-12">
      {key !== -1 && (
        <>
          <Chip tone="accent">Key {key + 1}</Chip>
          <span className="truncate text-ink-3">{key === 0 ? 'exact' : (keyHints[mapping.field] ?? '')}</span>
        </>
      )}
      {cautions.length > 0 && (
        <span className="flex shrink-0 items-center gap-1.5 text-caution-ink">
          <TriangleAlert className="size-3.5" aria-hidden />
          {cautions.join(' · ')}
        </span>
      )}
      {texts.length > 0 && <span className="truncate text-ink-3">{texts.join(' · ')}</span>}
    </span>
  );
}
