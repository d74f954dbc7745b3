import { type AppErrorCode, type Issue, isAppError } from '#lib/shared/errors.ts';

/** What a form shows after it was refused: a sentence for all of it, and one beside each faulty control. */
export type FormState = {
  message?: string;
  code?: AppErrorCode;
  fields: Record<string, string>;
  /** What was typed, so that nothing is lost where the page is drawn anew. Never a password. */
  typed: Record<string, string>;
};

export const emptyForm: FormState = { fields: {}, typed: {} };

/** An expected refusal as form state; everything else is thrown on. */
export function refusedForm(error: unknown, typed: Record<string, string>): FormState {
  if (!isAppError(error)) throw error;
  const fields = fieldsOf(error.issues ?? []);
  return {
    typed,
    code: error.code,
    fields,
    ...(Object.keys(fields).length > 0 ? {} : { message: error.message }),
  };
}

/** Issues by the name of the control they belong to; the first of each wins. */
export function fieldsOf(issues: Issue[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of issues) {
    const name = issue.path.split('/')[1];
    if (name) fields[name] ??= issue.message;
  }
  return fields;
}
