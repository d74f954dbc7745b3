import { setTimeout as sleep } from 'node:timers/promises';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { accountsFile, importAccounts } from './import.ts';
import { benchSegments } from './segments.ts';
import type { BenchServer } from './server.ts';
import { ms, quantile } from './statistics.ts';

const PEOPLE = 20;
const THINK_MS = 700;
const details = {
  perCondition: true,
  unknowns: true,
  nearMisses: true,
  breakdowns: ['industry', 'country'],
  histograms: ['employees'],
};

type Answer = { elapsedMs: number; count: number; error: string | null };

/** The benchmark rule, of accounts outside the country that the import brings: its true count never changes. */
function unmoved(person: number, round: number): SegmentDefinition {
  const segment = benchSegments[person % benchSegments.length] as (typeof benchSegments)[number];
  const definition = segment.build(person * 1000 + round);
  const elsewhere = {
    id: 'elsewhere',
    kind: 'field',
    field: 'country',
    operator: 'in',
    value: ['DE', 'GB', 'CA'],
  };
  return {
    ...definition,
    root: { ...definition.root, rules: [...definition.root.rules, elsewhere] },
  } as never;
}

async function ask(server: BenchServer, body: object): Promise<Answer> {
  const started = performance.now();
  const response = await fetch(`${server.url}/api/v1/segments/preview`, {
    method: 'POST',
    headers: server.headers,
    body: JSON.stringify({ limit: 50, sort: '-revenue', ...body }),
  });
  const text = await response.text();
  const elapsedMs = performance.now() - started;
  if (!response.ok)
    return { elapsedMs, count: Number.NaN, error: `${response.status} ${text.slice(0, 200)}` };
  return { elapsedMs, count: (JSON.parse(text) as { count: number }).count, error: null };
}

/** Twenty people edit their rules at once while an import of `rows` accounts runs: waits, errors, counts asked again afterwards. */
export async function benchEditors(server: BenchServer, rows: number): Promise<string> {
  const file = accountsFile(rows);
  let isOn = true;
  const waits: number[] = [];
  const errors: string[] = [];
  const seen: { definition: SegmentDefinition; asOf: string; count: number }[] = [];
  const edit = async (person: number) => {
    await sleep((person * THINK_MS) / PEOPLE);
    for (let round = 0; isOn; round++) {
      const asOf = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString();
      const definition = unmoved(person, round);
      const first = await ask(server, { definition, asOf });
      const rest = await ask(server, { definition, asOf, ...details });
      for (const answer of [first, rest]) {
        waits.push(answer.elapsedMs);
        if (answer.error !== null) errors.push(answer.error);
        else seen.push({ definition, asOf, count: answer.count });
      }
      await sleep(THINK_MS + 15 * person);
    }
  };
  const people = Array.from({ length: PEOPLE }, (_, person) => edit(person));
  await sleep(2 * THINK_MS);
  const { seconds } = await importAccounts(server, file);
  isOn = false;
  await Promise.all(people);
  let wrong = 0;
  for (const { definition, asOf, count } of seen.filter((_, at) => at % 7 === 0))
    if ((await ask(server, { definition, asOf })).count !== count) wrong += 1;
  for (const error of errors.slice(0, 3)) console.error(`  ${error}`);
  const sentence = `${PEOPLE} people asked ${waits.length} times during an import of ${rows.toLocaleString('en-US')} accounts and its undo (dry run and apply took ${seconds.toFixed(1)} s): median ${ms(quantile(waits, 0.5))} ms, p95 ${ms(quantile(waits, 0.95))} ms, p99 ${ms(quantile(waits, 0.99))} ms, slowest ${ms(Math.max(...waits))} ms; ${errors.length} errors, ${wrong} of ${Math.ceil(seen.length / 7)} counts asked again were other ones.`;
  console.log(`  ${sentence}`);
  return sentence;
}
