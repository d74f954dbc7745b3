import { benchSegments } from './segments.ts';
import type { BenchServer } from './server.ts';
import { markdownTable, ms, quantile } from './statistics.ts';

const rounds = 15;
/** Asked of each segment before any is measured: a server that has run for some minutes is meant, not its first requests. */
const WARM_UPS = 20;
const fullParts = {
  perCondition: true,
  unknowns: true,
  nearMisses: true,
  breakdowns: ['industry', 'country'],
  histograms: ['employees'],
};

/** Preview through HTTP after one edited condition: count and first page alone, then everything the screen shows. */
export async function benchPreview(server: BenchServer): Promise<string> {
  const rows: string[][] = [];
  for (let round = 0; round < WARM_UPS; round++) {
    const asOf = new Date().toISOString();
    for (const { build } of benchSegments) {
      await ask(server, { definition: build(900 + round), asOf, limit: 50, sort: '-revenue' });
    }
  }
  for (const segment of benchSegments) {
    const quick: number[] = [];
    const full: number[] = [];
    let count = 0;
    for (let round = 0; round < rounds + 3; round++) {
      const asOf = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString();
      const first = await ask(server, {
        definition: segment.build(round),
        asOf,
        limit: 50,
        sort: '-revenue',
      });
      const rest = await ask(server, {
        definition: segment.build(round),
        asOf,
        limit: 50,
        sort: '-revenue',
        ...fullParts,
      });
      count = first.count;
      if (round < 3) continue;
      quick.push(first.elapsedMs);
      full.push(rest.elapsedMs);
    }
    rows.push([
      `${segment.key} ${segment.title}`,
      count.toLocaleString('en-US'),
      ms(quantile(quick, 0.5)),
      ms(quantile(quick, 0.95)),
      ms(quantile(full, 0.5)),
      ms(quantile(full, 0.95)),
    ]);
    console.log(`  ${segment.key}: ${rows.at(-1)?.slice(1).join(' · ')}`);
  }
  return markdownTable(
    [
      'segment',
      'accounts',
      'count + page, median ms',
      'p95',
      'with counts per condition, unknowns, near-misses, breakdowns, median ms',
      'p95',
    ],
    rows,
  );
}

async function ask(server: BenchServer, body: unknown): Promise<{ elapsedMs: number; count: number }> {
  const started = performance.now();
  const response = await fetch(`${server.url}/api/v1/segments/preview`, {
    method: 'POST',
    headers: server.headers,
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const elapsedMs = performance.now() - started;
  if (!response.ok) throw new Error(`Preview answered ${response.status}: ${text.slice(0, 400)}`);
  return { elapsedMs, count: (JSON.parse(text) as { count: number }).count };
}
