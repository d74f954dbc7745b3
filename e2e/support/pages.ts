import type { APIRequestContext } from '@playwright/test';
import { expect, people } from './test.ts';

export type PageToSee = {
  /** What the page is called here. */
  name: string;
  path: string;
  as: string;
  /** Whether people use it on a phone. */
  phone?: boolean;
};

type Listed = { items: { id: string; name: string; status?: string }[] };

async function list(request: APIRequestContext, path: string): Promise<Listed['items']> {
  const answer = await request.get(`/api/v1${path}`);
  expect(answer.ok(), path).toBe(true);
  return ((await answer.json()) as Listed).items;
}

/** A published segment of the workspace, as somebody who may see segments. */
export async function publishedSegmentId(request: APIRequestContext): Promise<string> {
  const published = (await list(request, '/segments')).find(({ status }) => status === 'published');
  expect(published, 'A published segment').toBeDefined();
  return published?.id ?? '';
}

export async function anyAccountId(request: APIRequestContext): Promise<string> {
  const [first] = await list(request, '/accounts?limit=1');
  expect(first, 'An account').toBeDefined();
  return first?.id ?? '';
}

/** The main pages, each as a person who works on it. `segment` and `account` are public ids. */
export function mainPages(segment: string, account: string): PageToSee[] {
  return [
    { name: 'my accounts', path: '/my', as: people.sdr, phone: true },
    { name: 'my book', path: '/my/book', as: people.ae, phone: true },
    { name: 'accounts', path: '/accounts', as: people.ae, phone: true },
    { name: 'an account', path: `/accounts/${account}`, as: people.revops, phone: true },
    { name: 'contacts', path: '/contacts', as: people.revops, phone: true },
    { name: 'segments', path: '/segments', as: people.revops, phone: true },
    { name: 'a new segment', path: '/segments/new', as: people.revops },
    { name: 'the builder', path: `/segments/${segment}`, as: people.revops, phone: true },
    { name: 'members', path: `/segments/${segment}/members`, as: people.revops, phone: true },
    { name: 'pins', path: `/segments/${segment}/pins`, as: people.revops, phone: true },
    { name: 'overlaps', path: `/segments/overlap?ids=${segment}`, as: people.revops, phone: true },
    { name: 'publish', path: `/segments/${segment}/publish`, as: people.revops },
    { name: 'split', path: `/segments/${segment}/split`, as: people.revops },
    { name: 'versions', path: `/segments/${segment}/versions`, as: people.revops },
    { name: 'tiers', path: '/tiers', as: people.revops, phone: true },
    { name: 'territories', path: '/territories', as: people.leader, phone: true },
    { name: 'reps', path: '/territories/reps', as: people.revops, phone: true },
    { name: 'requests', path: '/territories/requests', as: people.leader, phone: true },
    { name: 'capacity', path: '/territories/capacity', as: people.leader, phone: true },
    { name: 'scenarios', path: '/territories/scenarios', as: people.leader, phone: true },
    {
      name: 'a comparison',
      path: '/territories/compare?plans=published,draft',
      as: people.leader,
      phone: true,
    },
    { name: 'review of the plan', path: '/territories/review', as: people.leader },
    { name: 'versions of the plan', path: '/territories/history', as: people.leader },
    { name: 'deals that a plan moves', path: '/territories/review?show=deals', as: people.leader },
    { name: 'books before and after', path: '/territories?tab=pipeline', as: people.leader },
    { name: 'held-over deals', path: '/territories/holdovers', as: people.leader, phone: true },
    { name: 'performance', path: '/performance', as: people.leader, phone: true },
    { name: 'records', path: '/performance/records?figure=won', as: people.leader, phone: true },
    { name: 'data', path: '/data', as: people.revops, phone: true },
    { name: 'workspace', path: '/settings', as: people.admin, phone: true },
    { name: 'people', path: '/settings/people', as: people.admin, phone: true },
    { name: 'stages', path: '/settings/stages', as: people.revops, phone: true },
    { name: 'custom fields', path: '/settings/fields', as: people.revops },
    { name: 'tokens', path: '/settings/tokens', as: people.revops },
    { name: 'audit', path: '/settings/audit', as: people.revops, phone: true },
    { name: 'own account', path: '/settings/account', as: people.viewer, phone: true },
    { name: 'demo data', path: '/settings/demo', as: people.admin },
    { name: 'the API', path: '/api-docs', as: people.revops },
  ];
}
