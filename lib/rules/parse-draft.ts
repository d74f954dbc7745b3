import { z } from 'zod';

import type { Issue, Result } from '#lib/shared/errors.ts';

import type { Draft, DraftFieldGroup, DraftGroup, DraftRule } from './draft.ts';
import { isOperator } from './operators.ts';
import { guardSize } from './parse/limits.ts';
import {
  changes,
  groupOperators,
  measureFunctions,
  measureOperators,
  relatedEntities,
  relatedScopes,
  rootEntities,
} from './rule-schema.ts';

const id = z.string().min(1).max(200);
const muted = z.boolean().optional();
const scalar = z.union([z.string().max(1_000), z.number()]);
/** One date or window as far as it was filled in. */
const partial = z.record(z.string().max(20), z.union([scalar, z.null()]));
const value = z.union([scalar, z.array(z.union([scalar, partial])).max(10_000), partial]).optional();
const windowShape = partial.optional();

const fieldCondition = z.object({
  id,
  muted,
  kind: z.literal('field'),
  field: z.string().max(200),
  operator: z.string().refine(isOperator),
  value,
});

const fieldGroup: z.ZodType = z.lazy(() =>
  z.object({
    id,
    muted,
    kind: z.literal('group'),
    op: z.enum(groupOperators),
    rules: z.array(z.union([fieldGroup, fieldCondition])),
  }),
);

const relatedCondition = z.object({
  id,
  muted,
  kind: z.literal('related'),
  entity: z.enum(relatedEntities),
  of: z.enum(relatedScopes).optional(),
  where: fieldGroup.nullable(),
  window: windowShape,
  measure: z.object({ fn: z.enum(measureFunctions), field: z.string().max(200).optional() }),
  operator: z.enum(measureOperators),
  value: z.union([z.number(), z.tuple([z.number().nullable(), z.number().nullable()])]).optional(),
});

const segmentCondition = z.object({
  id,
  muted,
  kind: z.literal('segment'),
  segmentId: z.string().max(200).optional(),
  member: z.boolean(),
  change: z.enum(changes).optional(),
  window: windowShape,
});

const rule: z.ZodType = z.lazy(() => z.union([group, fieldCondition, relatedCondition, segmentCondition]));

const group: z.ZodType = z.lazy(() =>
  z.object({ id, muted, kind: z.literal('group'), op: z.enum(groupOperators), rules: z.array(rule) }),
);

const draftSchema = z.object({ version: z.literal(1), entity: z.enum(rootEntities), root: group });

function repeatedId(draft: Draft): string | null {
  const seen = new Set<string>();
  const queue: (DraftRule | DraftGroup | DraftFieldGroup)[] = [draft.root];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (seen.has(node.id)) return node.id;
    seen.add(node.id);
    if (node.kind === 'group') queue.push(...node.rules);
    if (node.kind === 'related' && node.where) queue.push(node.where);
  }
  return null;
}

function fault(path: string, code: string, message: string): { ok: false; error: Issue[] } {
  return { ok: false, error: [{ path, code, message }] };
}

/**
 * A stored or sent draft, read leniently: its shape must hold, but values may be missing and fields unknown, because a
 * draft is shown with its faults. `toDefinition` says what is not finished.
 */
export function parseDraft(input: unknown): Result<Draft> {
  const tooBig = guardSize(input);
  if (tooBig) return { ok: false, error: [tooBig] };
  const result = draftSchema.safeParse(input);
  if (!result.success) {
    const path = result.error.issues[0]?.path.map((step) => `/${String(step)}`).join('') ?? '';
    return fault(path, 'wrong_type', 'This is not a draft of a rule.');
  }
  const draft = result.data as Draft;
  const repeated = repeatedId(draft);
  if (repeated !== null)
    return fault('/root', 'duplicate_id', `Two parts of the rule are called "${repeated}".`);
  return { ok: true, value: draft };
}
