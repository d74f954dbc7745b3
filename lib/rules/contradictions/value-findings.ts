import { editDistance } from '#lib/shared/edit-distance.ts';
import { foldText } from '#lib/shared/text.ts';
import type { Catalog, Field } from '../catalog.ts';
import { findNode } from '../edit/tree.ts';
import { updateRule } from '../edit/update-rule.ts';
import type { ResolvedField } from '../resolved.ts';
import { valueLabel } from '../value-label.ts';
import type { Asking } from './asking.ts';
import type { Finding, Fix } from './finding.ts';

const FEWEST_LETTERS = 4;

/** The known value that was probably meant: two letters off at most, one in a short word. */
function nearestValue(
  field: Field,
  value: string,
  known: readonly string[],
  catalog: Catalog,
): string | null {
  const wanted = foldText(value);
  if (wanted.length < FEWEST_LETTERS) return null;
  const limit = wanted.length < 8 ? 1 : 2;
  let best: { value: string; distance: number } | null = null;
  for (const one of known) {
    for (const text of [one, valueLabel(field, one, catalog)]) {
      const distance = editDistance(wanted, foldText(text), limit);
      if (distance <= limit && (best === null || distance < best.distance)) best = { value: one, distance };
    }
  }
  return best?.value ?? null;
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

/** Values of a list that no record has, with the known one that is nearest to a single miss. */
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
  const shipped = new Set((field.vocabulary ?? []).map(foldText));
  const unknown = asked.filter(
    (value) => !shipped.has(foldText(value)) && facts.hasValue(rule.field, value) === false,
  );
  const [first, ...more] = unknown;
  if (first === undefined) return null;
  const base = { code: 'unknownValue' as const, id: rule.id, others: [] };
  const name = field.label.toLowerCase();
  if (more.length > 0) {
    const shown = unknown.slice(0, 3).map((value) => `“${value}”`);
    const rest = unknown.length - shown.length;
    const fix =
      unknown.length < asked.length
        ? replaceFix(rule.id, 'Leave them out', (values) =>
            values.filter((value) => !unknown.includes(value)),
          )
        : null;
    const list = `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
    return {
      ...base,
      message: `${unknown.length} of ${asked.length} values stand in no record: ${list}.`,
      fix,
    };
  }
  const known = [...facts.valuesOf(rule.field), ...(field.vocabulary ?? [])];
  const near = nearestValue(field, first, known, catalog);
  const label = near === null ? null : valueLabel(field, near, catalog);
  return {
    ...base,
    message: `No record has the ${name} “${first}”.${label === null ? '' : ` “${label}” is close to it.`}`,
    fix:
      near === null
        ? null
        : replaceFix(rule.id, `Use ${label}`, (values) => [
            ...new Set(values.map((value) => (value === first ? near : value))),
          ]),
  };
}
