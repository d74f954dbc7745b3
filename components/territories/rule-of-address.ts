import type { Draft } from '#lib/rules/draft.ts';
import { parseDraft } from '#lib/rules/parse-draft.ts';

/** The rule of a shared address, as JSON of a draft. */
export function ruleOfAddress(text: string | null): Draft | null | 'unreadable' {
  if (text === null) return null;
  try {
    const read = parseDraft(JSON.parse(text));
    return read.ok ? read.value : 'unreadable';
  } catch {
    return 'unreadable';
  }
}
