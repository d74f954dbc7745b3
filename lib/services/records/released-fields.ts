import { appError } from '#lib/shared/errors.ts';

/** The fields that `release` names; throws `invalid` when it is no list of texts. */
export function releasedFields(release: unknown): string[] {
  if (release === undefined || release === null) return [];
  if (Array.isArray(release) && release.every((field) => typeof field === 'string')) return release;
  const message = 'Name the fields to release as a list.';
  throw appError('invalid', message, { issues: [{ path: '/release', code: 'not_a_list', message }] });
}
