import { describe, expect, it, vi } from 'vitest';
import { store } from '#db/client.ts';
import { insertWorld } from '#db/testing/insert-world.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { write } from '#db/write.ts';
import { all, definition, has, is } from '#lib/rules/testing/rule-makers.ts';
import type { World } from '#lib/rules/testing/world.ts';
import { evaluatorHost } from '#workers/evaluator/host.ts';
import { evaluator, isEvaluatorReady, warmEvaluator } from './choose.ts';
import type { PreviewQuestion } from './contract.ts';
import { previewQuestion } from './testing/preview-question.ts';

const ctx = testContext();
const temp = useTempStore();

const world: World = {
  accounts: [
    { id: 1, values: { name: 'Acme', industry: 'Retail', employees: 450, revenue: 10 } },
    {
      id: 2,
      values: { name: 'Bolt', industry: 'Retail', employees: 600, revenue: 30 },
      references: { owner: [{ id: 'rep_5', from: 0, to: null }] },
    },
    { id: 3, values: { name: 'Crest', industry: 'retail', revenue: 20 } },
    { id: 4, values: { name: 'Dune', industry: 'Banking', employees: 9000 } },
  ],
  contacts: [
    { id: 1, account: 2, values: { reachable: true } },
    { id: 2, account: 2, values: { reachable: true } },
    { id: 3, account: 4, values: { reachable: true } },
    { id: 4, account: 1, values: { reachable: false } },
  ],
  rows: [
    { entity: 'technology', account: 2, values: { name: 'SAP' } },
    { entity: 'signal', account: 2, values: { type: 'intent', topic: 'supply chain optimisation' } },
    { entity: 'signal', account: 4, values: { type: 'hiring', topic: 'supply chain' } },
  ],
};

const retail = is('industry', 'eq', 'Retail');
const big = is('employees', 'gte', 500);
const rule = definition(all(retail, big));

function question(more: Partial<PreviewQuestion> = {}): PreviewQuestion {
  return { ...previewQuestion(rule, ctx.now), limit: 50, ...more };
}

const everyone = definition(all());

describe('the evaluator through its threads', () => {
  it('answers counts, reachable contacts, near-misses and unknowns', async () => {
    insertWorld(temp.current.connection, world);
    const preview = await evaluator().preview(
      question({ perCondition: true, unknowns: true, nearMisses: true }),
    );
    expect(preview).toMatchObject({ count: 1, total: 4, reachableContacts: 2, valuesAsOfToday: false });
    expect(preview.page).toEqual({ ids: [2], nextCursor: null });
    expect(preview.conditions?.[big.id]).toEqual({ alone: 2, without: 3 });
    expect(preview.nearMisses?.[big.id]).toEqual({ count: 2, closest: 450 });
    expect(preview.unknowns).toEqual({ out: { employees: 1 }, in: 0 });
  });

  it('counts by category, missing last, and by bins that stand still', async () => {
    const preview = await evaluator().preview(
      question({ definition: everyone, breakdowns: ['industry', 'owner'], histograms: ['employees'] }),
    );
    expect(preview.breakdowns.industry).toEqual([
      { value: 'Retail', label: 'Retail', count: 3 },
      { value: 'Banking', label: 'Banking', count: 1 },
    ]);
    expect(preview.breakdowns.owner?.at(-1)).toEqual({ value: null, label: 'Not known', count: 3 });
    const histogram = preview.histograms.employees;
    expect(histogram).toMatchObject({ missing: 1, min: 450, max: 9000 });
    expect(histogram?.bins.filter(({ count }) => count > 0).map(({ from, to }) => [from, to])).toEqual([
      [301, 501],
      [501, 751],
      [7501, 10_000],
    ]);
  });

  it('pages through every member once, missing values last', async () => {
    const seen: number[][] = [];
    let cursor: string | null = null;
    do {
      const { page } = await evaluator().preview(question({ definition: everyone, limit: 2, cursor }));
      seen.push(page.ids);
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual([
      [2, 3],
      [1, 4],
    ]);
  });

  it('refuses a cursor of another order', async () => {
    const { page } = await evaluator().preview(question({ definition: everyone, limit: 1 }));
    const moved = question({ cursor: page.nextCursor, sort: { field: 'name', descending: false } });
    await expect(evaluator().preview(moved)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('counts only what the scope reaches', async () => {
    const scope = { all: false, repIds: [5] } as const;
    const preview = await evaluator().preview(
      question({ definition: everyone, scope: { ...scope, repIds: [5] } }),
    );
    expect(preview).toMatchObject({ count: 1, total: 1, reachableContacts: 2 });
    expect(preview.page.ids).toEqual([2]);
    expect(
      await evaluator().count(question({ definition: everyone, scope: { all: false, repIds: [] } })),
    ).toBe(0);
    await expect(
      evaluator().explain(question({ scope: { all: false, repIds: [] } }), 2),
    ).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('explains with the record’s own values', async () => {
    const uses = has('technology');
    const tree = await evaluator().explain(question({ definition: definition(all(retail, big, uses)) }), 3);
    expect(tree).toMatchObject({ outcome: false, known: false, actual: null });
    expect(tree.children.map(({ outcome, known, actual }) => [outcome, known, actual])).toEqual([
      [true, true, 'Retail'],
      [false, false, 'not known'],
      [false, true, 'none'],
    ]);
  });

  it('lists values with counts, those that begin with the search first', async () => {
    const request = {
      entity: 'account',
      field: 'industry',
      search: 're',
      limit: 10,
      scope: { all: true },
    } as const;
    expect(await evaluator().values(request)).toEqual([{ value: 'Retail', label: 'Retail', count: 3 }]);
    expect(await evaluator().values({ ...request, field: 'name', search: 'CR' })).toEqual([
      { value: 'Crest', label: 'Crest', count: 1 },
    ]);
    const among = ['crest', 'retail', 'Nobody'];
    expect(await evaluator().values({ ...request, search: '', among })).toEqual([
      { value: 'Retail', label: 'Retail', count: 3 },
    ]);
    expect(await evaluator().values({ ...request, field: 'name', search: '', among })).toEqual([
      { value: 'Crest', label: 'Crest', count: 1 },
    ]);
  });

  it('lists the topics of some types of signals alone', async () => {
    const request = {
      entity: 'signal',
      field: 'topic',
      search: '',
      limit: 10,
      scope: { all: true },
    } as const;
    const topicsOf = async (types?: string[]) =>
      (await evaluator().values({ ...request, types })).map(({ value }) => value);
    expect(await topicsOf(['Intent'])).toEqual(['supply chain optimisation']);
    expect(await topicsOf(['hiring'])).toEqual(['supply chain']);
    expect((await topicsOf()).sort()).toEqual(['supply chain', 'supply chain optimisation']);
  });

  it('sees a write at once', async () => {
    await write(ctx, (tx) => {
      tx.connection.prepare('UPDATE accounts SET employees = 800 WHERE id = 3').run();
      tx.changed({ entity: 'account', recordId: 3, accountId: 3, op: 'update' });
    });
    expect(await evaluator().count(question())).toBe(2);
    expect([...(await evaluator().members(question()))]).toEqual([2, 3]);
    expect(await evaluator().matches(question(), [3, 1, 99])).toEqual([true, false, false]);
  });

  it('passes over archived records', async () => {
    await write(ctx, (tx) => {
      tx.connection.prepare('UPDATE accounts SET archived_at = 1 WHERE id = 2').run();
      tx.changed({ entity: 'account', recordId: 2, accountId: 2, op: 'update' });
    });
    expect([...(await evaluator().members(question()))]).toEqual([3]);
  });

  it('says in a sentence what no longer fits', async () => {
    const broken = definition(all(is('custom.gone', 'eq', 'x')));
    await expect(evaluator().count(question({ definition: broken }))).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('drops a question that was taken back, and answers after its thread died', async () => {
    const taken = new AbortController();
    const dropped = evaluator().preview(question(), taken.signal);
    taken.abort(new Error('typed on'));
    await expect(dropped).rejects.toThrow('typed on');

    const host = evaluatorHost(store().connection.name, 'interactive');
    await host.stop();
    expect(await evaluator().count(question())).toBe(1);
  });

  it('is ready once its columns have been read, and not while a thread reads them anew', async () => {
    warmEvaluator();
    await vi.waitFor(() => expect(isEvaluatorReady()).toBe(true), 20_000);
    await evaluatorHost(store().connection.name, 'interactive').stop();
    warmEvaluator();
    expect(isEvaluatorReady()).toBe(false);
    await vi.waitFor(() => expect(isEvaluatorReady()).toBe(true), 20_000);
  });
});
