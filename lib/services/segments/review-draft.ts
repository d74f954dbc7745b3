import type { Context } from '#lib/permissions/context.ts';
import type { Result } from '#lib/shared/errors.ts';
import { type Issue, isAppError } from '#lib/shared/errors.ts';
import type { Impact } from '#lib/shared/segment-shapes.ts';
import { publishImpact } from './impact.ts';

/** As `publishImpact`, with a draft that cannot be published as data: its faults, for the page that shows them. */
export async function reviewDraft(
  ctx: Context,
  id: string,
): Promise<Result<Impact, { sentence: string; issues: Issue[] }>> {
  try {
    return { ok: true, value: await publishImpact(ctx, id) };
  } catch (error) {
    if (!isAppError(error) || error.code !== 'invalid') throw error;
    return { ok: false, error: { sentence: error.message, issues: error.issues ?? [] } };
  }
}
