import type { ReactElement } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toasterStands } from '#components/ui/toaster-call.ts';
import type { PlanTerritory, PlanView } from '#lib/shared/plan-shapes.ts';
import { addPlaces, tryBefore } from './check-fixes.ts';

type Card = ReactElement<{ sentence: string; tone: string; action?: { run: () => void } }>;

const offers: { sentence: string; undo: () => void }[] = [];
const refusals: string[] = [];
/** Reads what a toast says instead of showing it. */
const sonner = {
  custom: (draw: (id: string) => Card) => {
    const { sentence, tone, action } = draw('toast').props;
    if (tone === 'bad') refusals.push(sentence);
    else if (action) offers.push({ sentence, undo: action.run });
  },
} as unknown as Parameters<typeof toasterStands>[0];

const north = { id: 'ter_1', name: 'North', places: ['US-OR'] } as PlanTerritory;
const south = { id: 'ter_2', name: 'South', places: ['US-ID', 'US-NV'] } as PlanTerritory;
const plan = { id: 'pln_1', version: 7, territories: [north, south] } as PlanView;

/** A server that knows the plan's version, the order of its territories and the places of each. */
const server = { version: 7, order: ['ter_1', 'ter_2'], places: new Map<string, string[]>() };

beforeEach(() => {
  server.version = 7;
  server.order = ['ter_1', 'ter_2'];
  server.places = new Map([north, south].map(({ id, places }) => [id ?? '', places]));
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const read = (init.headers as Record<string, string>)['if-match'];
    if (read !== `"${server.version}"`) {
      return Promise.resolve(Response.json({ detail: 'Someone else changed it.' }, { status: 409 }));
    }
    server.version += 1;
    const { places, territoryIds } = JSON.parse(String(init.body)) as {
      places?: string[];
      territoryIds?: string[];
    };
    if (territoryIds) server.order = territoryIds;
    if (places) server.places.set(path.split('/').at(-1) ?? '', places);
    return Promise.resolve(new Response(null, { status: 204 }));
  });
  const takeDown = toasterStands(sonner);
  // What other tests of this worker have said is told first.
  offers.length = 0;
  refusals.length = 0;
  return () => {
    takeDown();
    vi.unstubAllGlobals();
  };
});

const give = () => addPlaces(plan, north, { places: ['US-ID'], label: 'Idaho', from: [south] }, () => {});

it('gives places from one territory to another, and back', async () => {
  expect(await give()).toBe(true);
  expect(server.places.get('ter_1')).toEqual(['US-OR', 'US-ID']);
  expect(server.places.get('ter_2')).toEqual(['US-NV']);
  offers[0]?.undo();
  await vi.waitFor(() => expect(server.version).toBe(11));
  expect(server.places.get('ter_1')).toEqual(['US-OR']);
  expect(server.places.get('ter_2')).toEqual(['US-ID', 'US-NV']);
});

it('takes nothing back over what was changed since', async () => {
  await give();
  server.version += 1;
  server.places.set('ter_1', ['US-OR', 'US-ID', 'US-WY']);
  offers[0]?.undo();
  await vi.waitFor(() => expect(refusals).toEqual(['Someone else changed it.']));
  expect(server.places.get('ter_1')).toEqual(['US-OR', 'US-ID', 'US-WY']);
  expect(server.places.get('ter_2')).toEqual(['US-NV']);
});

it('adds nothing to a plan that is another one by now', async () => {
  server.version = 8;
  expect(await give()).toBe(false);
  expect(server.places.get('ter_1')).toEqual(['US-OR']);
  expect(offers).toEqual([]);
});

describe('trying one territory before another', () => {
  const swap = () =>
    tryBefore(
      plan,
      { moved: { id: 'ter_2', name: 'South' }, before: { id: 'ter_1', name: 'North' } },
      () => {},
    );

  it('changes the order, and back', async () => {
    await swap();
    expect(server.order).toEqual(['ter_2', 'ter_1']);
    offers[0]?.undo();
    await vi.waitFor(() => expect(server.order).toEqual(['ter_1', 'ter_2']));
  });

  it('changes no plan that is another one by now, neither there nor back', async () => {
    server.version = 8;
    await swap();
    expect(server.order).toEqual(['ter_1', 'ter_2']);
    expect(offers).toEqual([]);
    server.version = 7;
    await swap();
    server.version += 1;
    offers[0]?.undo();
    await vi.waitFor(() => expect(refusals).toHaveLength(2));
    expect(server.order).toEqual(['ter_2', 'ter_1']);
  });
});
