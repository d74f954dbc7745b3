import { isAppError } from '#lib/shared/errors.ts';

import type { SegmentDefinition } from './ast.ts';
import type { Catalog } from './catalog.ts';
import { dataFindings } from './contradictions/data-findings.ts';
import type { Finding, RuleFacts } from './contradictions/finding.ts';
import { logicFindings } from './contradictions/logic.ts';
import { tellLogic } from './contradictions/logic-sentences.ts';
import type { DescribeContext } from './describe.ts';
import type { Draft } from './draft.ts';
import { resolveDefinition } from './resolve.ts';
import type { CalendarSettings, ResolvedDefinition } from './resolved.ts';

export type { Finding, Fix, RuleFacts } from './contradictions/finding.ts';

/** Logic grows with the square of the conditions; what is longer than this is not looked at while typing. */
const MOST_CONDITIONS = 150;

function sizeOf(rule: SegmentDefinition['root']['rules'][number]): number {
  return rule.kind === 'group' ? rule.rules.reduce((sum, inner) => sum + sizeOf(inner), 0) : 1;
}

/** Segments are taken as they are named: what their rules ask is not looked into. */
function resolved(
  definition: SegmentDefinition,
  catalog: Catalog,
  calendar: CalendarSettings,
  asOf: number,
): ResolvedDefinition {
  return resolveDefinition(definition, {
    catalog,
    calendar,
    asOf,
    now: asOf,
    pinSides: () => null,
    publishedRule: (segmentId) => ({
      version: 1,
      entity: catalog.segments.get(segmentId)?.entity ?? definition.entity,
      root: { id: 'unread', kind: 'group', op: 'all', rules: [] },
    }),
  });
}

/** A rule that no longer fits the catalog has its own faults, which the count names. */
function resolvable(resolve: () => ResolvedDefinition): ResolvedDefinition | null {
  try {
    return resolve();
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

/**
 * What is probably not meant in a rule: conditions that nobody or everybody can match, needless ones, values that no record
 * has, dates that none can have, fields that few records fill. `definition` is what `draft` means now
 * (`toDefinition`); `asOf` in epoch ms; `newId` makes the ids of what a fix adds. Nothing here refuses anything.
 */
export function findContradictions(
  definition: SegmentDefinition,
  draft: Draft,
  facts: RuleFacts,
  words: DescribeContext & { calendar: CalendarSettings; asOf: number },
  newId: () => string,
): Finding[] {
  if (sizeOf(definition.root) > MOST_CONDITIONS) return [];
  const { catalog, calendar, asOf } = words;
  const moment = resolvable(() => resolved(definition, catalog, calendar, asOf));
  if (!moment) return [];
  return [
    ...logicFindings(moment.root, catalog).map((found) => tellLogic(found, definition, draft, words)),
    ...dataFindings(moment, draft, catalog, facts, newId),
  ];
}
