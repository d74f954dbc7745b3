import { ageWords, sourceWords } from '#components/accounts/field-words.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { formatInstant } from '#lib/shared/format.ts';
import type { ExplainedRule } from '#lib/shared/segment-activity-shapes.ts';

export type ExplainClock = { asOf: number; timeZone: string };

/** Where a value came from and how old it is, or how old the newest row is; null where neither is kept. */
export function valueSourceWords(rule: ExplainedRule, { asOf, timeZone }: ExplainClock): string | null {
  const todayOn = dayOfInstant(asOf, timeZone);
  if (rule.latestAt !== null) {
    return `the newest ${ageWords(todayOn - dayOfInstant(rule.latestAt, timeZone))}`;
  }
  return rule.source && rule.known ? sourceWords(rule.source, { todayOn, timeZone }) : null;
}

/** The moment behind the words. */
export function valueSourceMoment(rule: ExplainedRule, timeZone: string): string | undefined {
  const at = rule.latestAt ?? rule.source?.setAt;
  return at === undefined ? undefined : formatInstant(at, timeZone);
}
