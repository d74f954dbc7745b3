import { editDistance } from '#lib/shared/edit-distance.ts';
import { formatNumber } from '#lib/shared/format.ts';
import { foldText } from '#lib/shared/text.ts';
import type { Catalog, Field } from '../catalog.ts';
import { rowTypesAround } from '../edit/row-types.ts';
import { findNode } from '../edit/tree.ts';
import { updateRule } from '../edit/update-rule.ts';
import type { ResolvedField } from '../resolved.ts';
import { valueLabel } from '../value-label.ts';
import type { Asking } from './asking.ts';
import type { Finding, Fix } from './finding.ts';

const FEWEST_LETTERS = 4;
/** Of a long list of unknown values so many are compared with the known ones, which takes time for each. */
const MOST_COMPARED = 50;

type Known = { value: string; texts: readonly string[] };

/** What records have and what ships, each with the texts that it goes by. */
function knownOf(field: Field, values: readonly string[], catalog: Catalog): Known[] {
  return [...new Set([...values, ...(field.vocabulary ?? [])])].map((value) => ({
    value,
    texts: [...new Set([value, valueLabel(field, value, catalog)].map(foldText))],
  }));
}

/** The known value that was probably meant: two letters off at most, one in a short word; else one that holds it. */
function nearestValue(value: string, known: readonly Known[]): string | null {
  const wanted = foldText(value);
  if (wanted.length < FEWEST_LETTERS) return null;
  const limit = wanted.length < 8 ? 1 : 2;
  let best: { value: string; distance: number } | null = null;
  for (const one of known) {
    for (const text of one.texts) {
      const distance = editDistance(wanted, text, limit);
      if (distance <= limit && (best === null || distance < best.distance)) {
        best = { value: one.value, distance };
      }
    }
  }
  return best?.value ?? known.find(({ texts }) => texts.some((text) => text.includes(wanted)))?.value ?? null;
}

/** Who lacks the value: any record, or the rows of the type that is asked for beside it. */
function nobodyOf(field: Field, types: readonly string[] | undefined, catalog: Catalog): string {
  const [type, ...more] = types ?? [];
  const typeField = catalog.fields.get(`${field.entity}.type`);
  if (type === undefined || !typeField) return 'No record';
  if (more.length > 0) return `No such ${field.entity}`;
  const name = valueLabel(typeField, type, catalog).toLowerCase();
  return field.entity === 'signal' ? `No ${name} signal` : `No ${name}`;
}

function replaceFix(id: string, label: string, change: (values: string[]) => string[]): Fix {
  return {
    label,
    apply: (draft) =>
      updateRule(draft, id, (node) => {
        if (node.kind !== 'field') return node;
        if (typeof node.value === 'string') return { ...node, value: change([node.value])[0] ?? node.value };
        return Array.isArray(node.value) ? { ...node, value: change(node.value as string[]) } : node;
      }),
  };
}

/** Values of a list that no record has, with the known ones that are nearest to them. */
export function unknownValue(
  rule: ResolvedField,
  field: Field,
  { catalog, facts, draft }: Asking,
): Finding | null {
  if ((field.type !== 'category' && field.type !== 'tags') || rule.value.kind !== 'texts') return null;
  if (rule.operator === 'contains' || rule.operator === 'notContains') return null;
  if (rule.operator === 'startsWith' || rule.operator === 'endsWith') return null;
  const node = findNode(draft, rule.id);
  if (node?.kind !== 'field') return null;
  const asked = [node.value ?? []].flat() as string[];
  const types = rowTypesAround(draft, rule.id);
  const shipped = new Set((field.vocabulary ?? []).map(foldText));
  const unknown = asked.filter(
    (value) => !shipped.has(foldText(value)) && facts.hasValue(rule.field, value, types) === false,
  );
  const [first, ...more] = unknown;
  if (first === undefined) return null;
  const known = knownOf(field, facts.valuesOf(rule.field, types), catalog);
  const nearest = new Map(
    unknown.slice(0, MOST_COMPARED).flatMap((value) => {
      const near = nearestValue(value, known);
      return near === null ? [] : [[value, near] as const];
    }),
  );
  const labelOf = (near: string) => valueLabel(field, near, catalog);
  const base = { code: 'unknownValue' as const, id: rule.id, others: [] };
  const correct = (label: string) =>
    replaceFix(rule.id, label, (values) => [...new Set(values.map((value) => nearest.get(value) ?? value))]);
  const near = nearest.get(first);
  if (more.length === 0) {
    const hint = near === undefined ? '' : ` “${labelOf(near)}” is close to it.`;
    return {
      ...base,
      message: `${nobodyOf(field, types, catalog)} has the ${field.label.toLowerCase()} “${first}”.${hint}`,
      fix: near === undefined ? null : correct(`Use ${labelOf(near)}`),
    };
  }
  const leaveOut =
    unknown.length < asked.length
      ? replaceFix(rule.id, 'Leave them out', (values) => values.filter((value) => !unknown.includes(value)))
      : null;
  return {
    ...base,
    message: `${formatNumber(unknown.length)} of ${formatNumber(asked.length)} values stand in no record: ${listed(unknown, nearest, labelOf)}.`,
    fix: nearest.size > 0 ? correct(correctionLabel(nearest.size, unknown.length)) : leaveOut,
  };
}

const SHOWN = 3;

/** The first few by name, those before others for which a known value is close. */
function listed(
  unknown: readonly string[],
  nearest: ReadonlyMap<string, string>,
  labelOf: (value: string) => string,
): string {
  const order = [...nearest.keys(), ...unknown.filter((value) => !nearest.has(value))];
  const shown = order.slice(0, SHOWN).map((value) => {
    const near = nearest.get(value);
    return near === undefined ? `“${value}”` : `“${value}” (close to “${labelOf(near)}”)`;
  });
  const rest = unknown.length - shown.length;
  return `${shown.join(', ')}${rest > 0 ? ` and ${formatNumber(rest)} more` : ''}`;
}

function correctionLabel(corrected: number, unknown: number): string {
  if (corrected === unknown)
    return corrected === 2 ? 'Correct both' : `Correct all ${formatNumber(corrected)}`;
  return `Correct ${formatNumber(corrected)} of them`;
}
