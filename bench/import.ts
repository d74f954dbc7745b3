import type { BenchServer } from './server.ts';
import { markdownTable, ms, quantile } from './statistics.ts';

const industries = ['Manufacturing', 'Software', 'Retail', 'Healthcare', 'Logistics', 'Financial services'];
const states = ['US-WA', 'US-CA', 'US-TX', 'US-NY', 'US-OH', 'US-IL', 'US-GA'];

/** A CSV of accounts that no earlier run has made: `run` goes into every identity. */
function accountsCsv(rows: number, run: string): string {
  const lines = ['account_id,company,website,sector,headcount,annual_revenue,country,state,city,founded'];
  for (let i = 0; i < rows; i++) {
    lines.push(
      `B${run}${i},"Bench ${run} Company ${i}, Inc.",https://www.bench-${run}-${i}.example/,${industries[i % 6]},${10 + ((i * 7919) % 9000)},"$${1 + (i % 900)}.5M",USA,${states[i % 7]},Springfield ${i % 400},${1950 + (i % 70)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

const options = {
  entity: 'account',
  mapping: {
    account_id: { field: 'externalId' },
    company: { field: 'name' },
    website: { field: 'domain' },
    sector: { field: 'industry' },
    headcount: { field: 'employees' },
    annual_revenue: { field: 'revenue', number: true },
    country: { field: 'country' },
    state: { field: 'state' },
    city: { field: 'city' },
    founded: { field: 'foundedYear' },
  },
  match: ['externalId', 'domain'],
  dryRun: true,
};

export type Status = {
  status: string;
  rows: { created: number; read: number };
  progress: { done: number; total: number };
};

/** Sends a CSV with its options; the id of the import whose dry run begins. */
export async function sendFile(
  server: BenchServer,
  { csv, name, options }: { csv: Blob; name: string; options: object },
): Promise<string> {
  const form = new FormData();
  form.set('options', JSON.stringify(options));
  form.set('file', csv, name);
  const { authorization } = server.headers as { authorization: string };
  const sent = await fetch(`${server.url}/api/v1/imports`, {
    method: 'POST',
    headers: { authorization },
    body: form,
  });
  if (sent.status !== 202) throw new Error(`Import answered ${sent.status}: ${await sent.text()}`);
  return ((await sent.json()) as { id: string }).id;
}

/** Asks to apply an import that was checked, or to take back one that was applied. */
export function act(server: BenchServer, id: string, action: 'apply' | 'undo'): Promise<Response> {
  return fetch(`${server.url}/api/v1/imports/${id}/${action}`, {
    method: 'POST',
    headers: server.headers,
    body: '{}',
  });
}

type ImportFile = { csv: Blob; name: string };

/** A file of new accounts. It takes a while to write, so it is written before anybody's waits are measured. */
export function accountsFile(rows: number): ImportFile {
  const run = Date.now().toString(36);
  return { csv: new Blob([accountsCsv(rows, run)], { type: 'text/csv' }), name: `bench-${run}.csv` };
}

type ImportTimes = {
  created: number;
  checkSeconds: number;
  applySeconds: number;
  /** Both together. */
  seconds: number;
};

/** Sends accounts through the API, checks, applies and takes them back; seconds of the dry run and of the apply. */
export async function importAccounts(server: BenchServer, { csv, name }: ImportFile): Promise<ImportTimes> {
  const startedCheck = performance.now();
  const id = await sendFile(server, { csv, name, options });
  await until(server, id, 'checked');
  const checkSeconds = (performance.now() - startedCheck) / 1000;
  const startedApply = performance.now();
  await act(server, id, 'apply');
  const done = await until(server, id, 'completed');
  const applySeconds = (performance.now() - startedApply) / 1000;
  const undone = await act(server, id, 'undo');
  if (undone.ok) await until(server, id, 'undone');
  return { created: done.rows.created, checkSeconds, applySeconds, seconds: checkSeconds + applySeconds };
}

/** Imports accounts while another person keeps asking for a page. */
export async function benchImport(server: BenchServer, rows: number): Promise<string> {
  const file = accountsFile(rows);
  const others = keepAsking(server);
  const { created, checkSeconds, applySeconds, seconds } = await importAccounts(server, file);
  const waits = await others.stop();
  const perSecond = (taken: number) => Math.round(rows / taken).toLocaleString('en-US');
  console.log(`  import: ${perSecond(applySeconds)} rows/s applied, ${created} created`);
  const count = rows.toLocaleString('en-US');
  return markdownTable(
    ['step', 'rows', 'seconds', 'rows/s'],
    [
      ['upload and dry run', count, checkSeconds.toFixed(1), perSecond(checkSeconds)],
      ['apply', count, applySeconds.toFixed(1), perSecond(applySeconds)],
      ['both', count, seconds.toFixed(1), perSecond(seconds)],
    ],
  ).concat(
    `\n\nMeanwhile, and while it was undone another person asked ${waits.length} times for the tiers: median ${ms(quantile(waits, 0.5))} ms, p99 ${ms(quantile(waits, 0.99))} ms, slowest ${ms(Math.max(...waits))} ms.`,
  );
}

/** Asks for the state of an import until it is the wanted one; `onState` sees each answer. */
export async function until(
  server: BenchServer,
  id: string,
  wanted: string,
  onState: (state: Status) => void = () => {},
): Promise<Status> {
  for (;;) {
    const state = (await (
      await fetch(`${server.url}/api/v1/imports/${id}`, { headers: server.headers })
    ).json()) as Status;
    onState(state);
    if (state.status === wanted) return state;
    if (['failed', 'cancelled'].includes(state.status))
      throw new Error(`The import ended as ${state.status}: ${JSON.stringify(state).slice(0, 600)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Small reads of another person, 20 a second; each wait is measured to the last byte. */
export function keepAsking(server: BenchServer): { stop: () => Promise<number[]> } {
  const waits: number[] = [];
  let isOn = true;
  const loop = (async () => {
    while (isOn) {
      const started = performance.now();
      await (await fetch(`${server.url}/api/v1/tiers`, { headers: server.headers })).text();
      waits.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  return {
    stop: async () => {
      isOn = false;
      await loop;
      return waits;
    },
  };
}
