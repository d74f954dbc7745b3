import type { Connection } from '#db/client.ts';
import { foldedTerms } from '#db/queries/catalog/known-values.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { feedingRules } from '#db/queries/segments/feeding-rules.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import type { Catalog } from '#lib/rules/catalog.ts';
import type { Draft, DraftRule } from '#lib/rules/draft.ts';
import { type FeedGraph, referencesOf } from '#lib/rules/find-cycle.ts';
import { parseDefinition } from '#lib/rules/parse.ts';
import { parseDraft } from '#lib/rules/parse-draft.ts';
import { toDefinition } from '#lib/rules/to-definition.ts';
import { appError, type Issue } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';

/** Folded values as they stand in the data. */
export function knownValues(connection: Connection) {
  return (field: string): ReadonlySet<string> => foldedTerms(connection, field);
}

/** What each segment reads, and which segments make an account's tier and territory. */
function feedGraph(connection: Connection): FeedGraph {
  const { segments, territories } = feedingRules(connection);
  const graph = new Map<string, string[]>();
  for (const { id, definition } of segments) {
    graph.set(toPublicId('segment', id), referencesOf(JSON.parse(definition) as SegmentDefinition));
  }
  graph.set(
    'account.tier',
    segments.filter((segment) => segment.givesTier === 1).map(({ id }) => toPublicId('segment', id)),
  );
  graph.set(
    'account.territory',
    territories.flatMap((draft) => referencesOf(JSON.parse(draft) as SegmentDefinition)),
  );
  return graph;
}

/**
 * A definition from outside, read whole or refused with all its faults. `segmentId` (public) is the segment that it
 * is to define, so that a rule which reads itself is refused; `givesTier` adds what its tier would feed.
 */
export function requireDefinition(
  connection: Connection,
  input: unknown,
  options: { catalog?: Catalog; segmentId?: string; givesTier?: boolean; where?: string } = {},
): SegmentDefinition {
  const catalog = options.catalog ?? loadCatalog(connection);
  const { segmentId } = options;
  const parsed = parseDefinition(input, catalog, {
    knownValues: knownValues(connection),
    ...(segmentId
      ? { cycles: { segmentId, graph: graphWith(connection, segmentId, options.givesTier) } }
      : {}),
  });
  if (parsed.ok) return parsed.value;
  throw invalidRule(parsed.error, options.where ?? '');
}

function graphWith(connection: Connection, segmentId: string, givesTier: boolean | undefined): FeedGraph {
  const graph = new Map(feedGraph(connection));
  if (givesTier) graph.set('account.tier', [...(graph.get('account.tier') ?? []), segmentId]);
  return graph;
}

/** The rule's faults as one error; `where` is the pointer of the rule within the request. */
export function invalidRule(issues: Issue[], where = ''): Error {
  const [first] = issues;
  const message =
    issues.length === 1 && first ? first.message : `The rule has ${issues.length} faults that need settling.`;
  return appError('invalid', message, {
    issues: issues.map((issue) => ({ ...issue, path: `${where}${issue.path}` })),
  });
}

/** A draft from outside in its stored form; throws `invalid` when its shape does not hold. */
export function requireDraft(input: unknown, where = '/draft'): Draft {
  const parsed = parseDraft(input);
  if (parsed.ok) return parsed.value;
  throw invalidRule(parsed.error, where);
}

/** JSON pointer of every node of a draft by its id. */
function pointers(draft: Draft): Map<string, string> {
  const found = new Map<string, string>();
  const queue: { rule: DraftRule; path: string }[] = [{ rule: draft.root, path: '/root' }];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { rule, path } = next;
    found.set(rule.id, path);
    if (rule.kind === 'group') {
      for (const [index, child] of rule.rules.entries()) {
        queue.push({ rule: child, path: `${path}/rules/${index}` });
      }
    }
    if (rule.kind === 'related' && rule.where) queue.push({ rule: rule.where, path: `${path}/where` });
  }
  return found;
}

/**
 * What publishing a draft would publish. A muted or unfinished condition, or a rule with nothing in it, is refused with
 * the pointer of each, because leaving it out would change who is in the segment unseen.
 */
export function finishedDefinition(
  connection: Connection,
  draft: Draft,
  options: { catalog?: Catalog; segmentId?: string; givesTier?: boolean; kind?: 'rule' | 'list' } = {},
): SegmentDefinition {
  const catalog = options.catalog ?? loadCatalog(connection);
  const { definition, omitted } = toDefinition(draft, catalog, knownValues(connection));
  if (omitted.length > 0) {
    const paths = pointers(draft);
    const counted = omitted.filter((node) => node.reason !== 'emptied');
    const left = counted.length > 0 ? counted : omitted;
    throw invalidRule(
      left.map(({ id, reason, message }) => ({
        path: paths.get(id) ?? '/root',
        code: reason,
        message:
          reason === 'muted'
            ? 'This condition is muted. Unmute it or remove it before you publish.'
            : `${message} Finish it or remove it before you publish.`,
      })),
    );
  }
  if (definition.root.rules.length === 0 && options.kind !== 'list') {
    throw invalidRule([
      {
        path: '/root',
        code: 'empty_rule',
        message: 'The rule has no condition yet, so everybody would be in the segment. Add one first.',
      },
    ]);
  }
  return requireDefinition(connection, definition, { ...options, catalog });
}
