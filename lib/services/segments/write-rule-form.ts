import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { pinSidesOf } from '#db/queries/segments/pin-sides.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { type WrittenRule, writeRule } from '#lib/rules/forms/write-rule.ts';
import { isSqlDialect } from '#lib/rules/forms/sql/print-sql.ts';
import { resolveDefinition } from '#lib/rules/resolve.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { type RuleForm, ruleForms } from '#lib/shared/rule-form-shapes.ts';
import { requireDefinition } from './segment-rules.ts';
import { publishedRule, requireSegment } from './segment-view.ts';

function requireForm(name: string): RuleForm {
  const form = ruleForms.find((one) => one === name);
  if (!form) throw appError('not_found', `A rule has no form "${name}". Its forms: ${ruleForms.join(', ')}.`);
  return form;
}

const pinsNote = 'Who is put in or kept out by hand stands in segment_pins.';
const noPinsNote = 'This is the rule alone: who is put in or kept out by hand is not in it.';

/**
 * A rule in a form that other tools read, with relative dates as the days they mean now. With `segmentId` SQL finds that
 * segment's members by this rule, its pins included; other forms say that they leave pins out. Throws `invalid` with all faults
 * of the rule; what only the form cannot say comes back as `issues`. `asOf` is epoch ms.
 */
export function writeRuleForm(
  ctx: Context,
  formName: string,
  input: { definition: unknown; name?: string | null | undefined; segmentId?: string | undefined },
): WrittenRule & { form: RuleForm; asOf: number } {
  requireCan(ctx.actor, 'segments.preview');
  const form = requireForm(formName);
  const { connection } = store();
  const catalog = loadCatalog(connection);
  const definition = requireDefinition(connection, input.definition, { catalog, where: '/definition' });
  const { timeZone, fiscalYearStartMonth, currency } = workspaceSettings(connection);
  const calendar = { timeZone, fiscalYearStartMonth };
  const segmentId = input.segmentId && toPublicId('segment', requireSegment(connection, input.segmentId).id);
  const pinSides = pinSidesOf(connection);
  const sides = segmentId ? pinSides(segmentId) : null;
  const takesPins = isSqlDialect(form);
  const resolved = resolveDefinition(definition, {
    catalog,
    asOf: ctx.now,
    now: ctx.now,
    calendar,
    pinSides,
    ...(segmentId && takesPins ? { segmentId } : {}),
    publishedRule: (id) => publishedRule(requireSegment(connection, id)),
  });
  const name = input.name?.trim() || null;
  const written = writeRule(form, { definition, resolved, name, catalog, calendar, currency });
  const notes = sides ? [...written.notes, takesPins ? pinsNote : noPinsNote] : written.notes;
  return { form, ...written, notes, asOf: ctx.now };
}
