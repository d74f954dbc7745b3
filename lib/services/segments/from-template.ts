import type { Connection } from '#db/client.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { toDraft } from '#lib/rules/to-draft.ts';
import { startingModel } from '#lib/scoring/model-template.ts';
import { appError } from '#lib/shared/errors.ts';

/** The draft of a template; throws `not_found`. */
export function draftFromTemplate(_ctx: Context, _connection: Connection, templateId: string): Draft {
  const model = startingModel.find(({ name }) => name === templateId);
  if (!model) throw appError('not_found', `There is no template "${templateId}".`);
  return toDraft(model.definition);
}
