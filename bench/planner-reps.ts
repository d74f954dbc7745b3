import type { BenchServer } from './server.ts';

type Plan = {
  id: string;
  territories: {
    id: string;
    accounts: number;
    holders: { slot: string; repId: string; weight: number }[];
  }[];
};

/** Asks the server for something, or sends it something; throws what it refuses. */
async function ask<T>(server: BenchServer, path: string, method = 'GET', body?: unknown): Promise<T> {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: server.headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  const text = await answer.text();
  return (text === '' ? null : JSON.parse(text)) as T;
}

/**
 * Gives the plan of the demo so many reps: new account executives share the two largest territories, by how large those
 * are. A run that finds them there adds none.
 */
export async function ensureReps(server: BenchServer, wanted: number): Promise<void> {
  const { items: reps } = await ask<{ items: { id: string }[] }>(server, '/reps');
  const missing = wanted - reps.length;
  if (missing <= 0) return;
  const { items: plans } = await ask<{ items: Plan[] }>(server, '/plans');
  const [plan] = plans;
  const largest = plan?.territories.toSorted((a, b) => b.accounts - a.accounts).slice(0, 2) ?? [];
  const accounts = largest.reduce((sum, territory) => sum + territory.accounts, 0);
  let made = 0;
  for (const { id, accounts: own, holders } of largest) {
    const isLast = id === largest.at(-1)?.id;
    const count = isLast ? missing - made : Math.round((missing * own) / accounts);
    const ae: { repId: string; weight: number }[] = [];
    for (let index = 0; index < count; index++) {
      const name = `Rep ${String(made + index + 1).padStart(3, '0')}`;
      const rep = await ask<{ id: string }>(server, '/reps', 'POST', {
        name,
        role: 'AE',
        capacityTouches: 800,
        maxAccounts: 1000,
      });
      ae.push({ repId: rep.id, weight: 1 });
    }
    made += count;
    const kept = holders.filter(({ slot }) => slot === 'ae').map(({ repId, weight }) => ({ repId, weight }));
    await ask(server, `/plans/${plan?.id}/territories/${id}`, 'PATCH', { holders: { ae: [...kept, ...ae] } });
  }
}
