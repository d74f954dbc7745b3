import 'server-only';
import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { evaluator } from '#lib/evaluator/choose.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import { readSort } from '#lib/services/segments/preview.ts';
import { requireDefinition } from '#lib/services/segments/segment-rules.ts';
import { filterOf, listDefinition, type ListFilters } from './list-definition.ts';

export type ListQuestion = ListFilters & {
  sort?: string | undefined;
  limit: number;
  cursor?: string | undefined;
};

/** What would be left without one of the filters that together leave nothing. */
export type Emptied = { filter: string; without: number }[];

/** The row ids of one page of a list and how many match, within the actor's scope; and when none does, why. */
export async function listPage(
  ctx: Context,
  entity: RootEntity,
  question: ListQuestion,
  signal?: AbortSignal,
): Promise<{ ids: number[]; nextCursor: string | null; count: number; emptiedBy: Emptied }> {
  const { connection } = store();
  const catalog = loadCatalog(connection);
  const definition = requireDefinition(connection, listDefinition(entity, question), { catalog });
  const ask = (perCondition: boolean) =>
    evaluator().preview(
      {
        definition,
        asOf: ctx.now,
        now: ctx.now,
        scope: scopeOf(ctx.actor),
        sort: readSort(catalog, entity, question.sort),
        limit: question.limit,
        cursor: question.cursor ?? null,
        breakdowns: [],
        histograms: [],
        perCondition,
        unknowns: false,
        nearMisses: false,
        overlaps: false,
      },
      signal,
    );
  const preview = await ask(false);
  const emptiedBy = preview.count === 0 && definition.root.rules.length > 1 ? emptied(await ask(true)) : [];
  return { ...preview.page, count: preview.count, emptiedBy };

  function emptied({ conditions = {} }: Awaited<ReturnType<typeof ask>>): Emptied {
    return definition.root.rules
      .map(({ id }) => ({ filter: filterOf(id), without: conditions[id]?.without ?? 0 }))
      .filter(({ without }) => without > 0)
      .sort((a, b) => b.without - a.without);
  }
}

/** All row ids that match, in the order asked for; used by exports and bulk actions. */
export async function listAll(
  ctx: Context,
  entity: RootEntity,
  question: Omit<ListQuestion, 'limit' | 'cursor'>,
): Promise<number[]> {
  const { ids } = await listPage(ctx, entity, { ...question, limit: ALL });
  return ids;
}

/** Row ids of everything that matches within the actor's scope, in no order: what totals are made of. */
export async function listIds(
  ctx: Context,
  entity: RootEntity,
  filters: ListFilters,
  signal?: AbortSignal,
): Promise<Int32Array> {
  const { connection } = store();
  const definition = requireDefinition(connection, listDefinition(entity, filters), {
    catalog: loadCatalog(connection),
  });
  return evaluator().members({ definition, asOf: ctx.now, now: ctx.now, scope: scopeOf(ctx.actor) }, signal);
}

const ALL = 10_000_000;
