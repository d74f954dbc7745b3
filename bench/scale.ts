import { createWriteStream, openAsBlob, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { act, keepAsking, sendFile, until } from './import.ts';
import { root, type BenchServer } from './server.ts';
import { markdownTable, ms, quantile } from './statistics.ts';

const folder = join(root, 'data', 'bench-files');
const LINES_A_CHUNK = 20_000;
const industries = ['Manufacturing', 'Software', 'Retail', 'Healthcare', 'Logistics', 'Financial services'];
const countries = ['US', 'DE', 'GB', 'FR', 'CA', 'JP', 'BR'];
const types = ['intent', 'hiring', 'funding', 'web_visit', 'news'];
const topics = ['Supply chain', 'Engineering', 'Finance', 'Cloud migration', 'Security'];
const DAY_MS = 86_400_000;

type File = {
  entity: 'account' | 'signal';
  rows: number;
  head: string;
  line: (row: number) => string;
  options: object;
};

function accountFile(run: string, rows: number): File {
  return {
    entity: 'account',
    rows,
    head: 'account_id,company,website,sector,headcount,annual_revenue,country,founded',
    line: (i) =>
      `S${run}${i},Scale ${run} Company ${i},scale-${run}-${i}.example,${industries[i % 6]},${10 + ((i * 7919) % 9000)},${1 + (i % 900)}500000,${countries[i % 7]},${1950 + (i % 70)}`,
    options: {
      entity: 'account',
      match: ['externalId', 'domain'],
      mapping: {
        account_id: { field: 'externalId' },
        company: { field: 'name' },
        website: { field: 'domain' },
        sector: { field: 'industry' },
        headcount: { field: 'employees' },
        annual_revenue: { field: 'revenue', number: true },
        country: { field: 'country' },
        founded: { field: 'foundedYear' },
      },
    },
  };
}

/** Signals in the order of time, as a provider sends them: each row belongs to another account. */
function signalFile(run: string, rows: number, accounts: number, now: number): File {
  return {
    entity: 'signal',
    rows,
    head: 'account_id,type,topic,strength,date',
    line: (i) => {
      const account = (i * 7_368_787) % accounts;
      const occurredOn = new Date(now - Math.floor(((rows - i) / rows) * 365) * DAY_MS)
        .toISOString()
        .slice(0, 10);
      return `S${run}${account},${types[i % 5]},${topics[(i >> 3) % 5]},${1 + (i % 99)},${occurredOn}`;
    },
    options: {
      entity: 'signal',
      mapping: {
        account_id: { field: 'account' },
        type: { field: 'type' },
        topic: { field: 'topic' },
        strength: { field: 'strength' },
        date: { field: 'occurredAt' },
      },
    },
  };
}

async function write(file: File): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${file.entity}.csv`);
  function* chunks() {
    yield `${file.head}\n`;
    for (let from = 0; from < file.rows; from += LINES_A_CHUNK) {
      const lines: string[] = [];
      for (let i = from; i < Math.min(from + LINES_A_CHUNK, file.rows); i++) lines.push(file.line(i));
      yield `${lines.join('\n')}\n`;
    }
  }
  await pipeline(Readable.from(chunks()), createWriteStream(path));
  return path;
}

/** Resident memory of the server, a child of the started process included, MiB; NaN where /proc is absent. */
function residentMib(pid: number): number {
  try {
    const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return children.reduce((sum, child) => sum + residentMib(Number(child)), own);
  } catch {
    return Number.NaN;
  }
}

type Sample = { at: number; done: number; mib: number };

/** Rows a second between two shares of an import's way. */
function rate(samples: readonly Sample[], from: number, to: number): number {
  const total = samples.at(-1)?.done ?? 0;
  const inside = samples.filter(({ done }) => done >= total * from && done <= total * to);
  const [first, last] = [inside[0], inside.at(-1)];
  return first && last ? ((last.done - first.done) / (last.at - first.at)) * 1000 : Number.NaN;
}

async function run(server: BenchServer, file: File): Promise<string[]> {
  const path = await write(file);
  const csv = await openAsBlob(path, { type: 'text/csv' });
  const started = performance.now();
  const id = await sendFile(server, {
    csv,
    name: `${file.entity}.csv`,
    options: { ...file.options, dryRun: true },
  });
  const uploaded = performance.now();
  await until(server, id, 'checked');
  const checked = performance.now();
  await act(server, id, 'apply');
  const samples: Sample[] = [];
  const done = await until(server, id, 'completed', ({ progress }) => {
    samples.push({ at: performance.now(), done: progress.done, mib: residentMib(server.pid) });
  });
  const applied = performance.now();
  await rm(path);
  const perSecond = (milliseconds: number) =>
    Math.round((file.rows / milliseconds) * 1000).toLocaleString('en-US');
  const memory = [samples[0], samples.at(-1)].map((sample) => Math.round(sample?.mib ?? 0));
  const row = [
    file.entity,
    done.rows.created.toLocaleString('en-US'),
    ((uploaded - started) / 1000).toFixed(1),
    `${((checked - uploaded) / 1000).toFixed(1)} (${perSecond(checked - uploaded)})`,
    `${((applied - checked) / 1000).toFixed(1)} (${perSecond(applied - checked)})`,
    [rate(samples, 0, 0.1), rate(samples, 0.9, 1)]
      .map((each) => Math.round(each).toLocaleString('en-US'))
      .join(' → '),
    `${memory.join(' → ')}, at most ${Math.round(Math.max(...samples.map(({ mib }) => mib)))}`,
  ];
  console.log(`  ${row.join(' · ')}`);
  return row;
}

/** Imports accounts and signals at scale through the API, while another person keeps asking. */
export async function benchScale(server: BenchServer, accounts: number, now: number): Promise<string> {
  const name = now.toString(36);
  const others = keepAsking(server);
  const rows = [
    await run(server, accountFile(name, accounts)),
    await run(server, signalFile(name, accounts * 10, accounts, now)),
  ];
  const waits = await others.stop();
  return markdownTable(
    [
      'file',
      'rows created',
      'upload, s',
      'dry run, s (rows/s)',
      'apply, s (rows/s)',
      'apply, rows/s first tenth → last tenth',
      'memory of the server, MiB at start → end',
    ],
    rows,
  ).concat(
    `\n\nMeanwhile another person asked ${waits.length} times for the tiers: median ${ms(quantile(waits, 0.5))} ms, p99 ${ms(quantile(waits, 0.99))} ms, slowest ${ms(Math.max(...waits))} ms.`,
  );
}
