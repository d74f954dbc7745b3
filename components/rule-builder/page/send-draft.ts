import { ApiProblem, api } from '#components/api-client.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { parseDraft } from '#lib/rules/parse-draft.ts';
import { segmentShape } from '#lib/shared/segment-shapes.ts';

/** A segment as stored, as far as saving needs it. */
export type Stored = { name: string; draft: Draft; version: number };

export type Sent =
  | { ok: true; version: number; savedAt: number }
  /** `theirs` when somebody else saved another draft in the meantime. */
  | { ok: false; problem: string; theirs: Stored | null };

/** The stored segment of a 409, as far as it can be read. */
function storedIn(current: unknown): Stored | null {
  const held = current as { name?: unknown; draft?: unknown; version?: unknown } | undefined;
  const draft = parseDraft(held?.draft);
  if (!draft.ok || typeof held?.version !== 'number') return null;
  return { name: String(held.name ?? ''), draft: draft.value, version: held.version };
}

/**
 * Saves a change with the version that was read. A newer version whose draft was made here (`isOwn`) is no conflict: a
 * publish or a refresh made it, or this page itself in a save whose answer it did not live to see. The change then goes
 * again with that version, once.
 */
export async function sendDraft(
  segmentId: string,
  body: { draft?: Draft; name?: string },
  version: number,
  isOwn: (draft: Draft) => boolean,
  isSecondTry = false,
): Promise<Sent> {
  try {
    const answer = await api(`/segments/${segmentId}`, {
      method: 'PUT',
      body,
      ifMatch: version,
      schema: segmentShape,
    });
    return { ok: true, version: answer.version, savedAt: answer.updatedAt };
  } catch (error) {
    if (!(error instanceof ApiProblem)) return { ok: false, problem: 'It could not be saved.', theirs: null };
    const theirs = error.status === 409 ? storedIn(error.current) : null;
    if (theirs && !isSecondTry && isOwn(theirs.draft)) {
      return sendDraft(segmentId, body, theirs.version, isOwn, true);
    }
    return { ok: false, problem: error.message, theirs };
  }
}

/** The version that is stored now when its draft was made here, else null: then the save itself finds the conflict. */
export async function ownVersion(
  segmentId: string,
  isOwn: (draft: Draft) => boolean,
): Promise<number | null> {
  try {
    const answer = await api(`/segments/${segmentId}`, { schema: segmentShape });
    const held = storedIn(answer);
    return held && isOwn(held.draft) ? held.version : null;
  } catch {
    return null;
  }
}
