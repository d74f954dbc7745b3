import { keepAsking } from './import.ts';
import { benchSegments } from './segments.ts';
import type { BenchServer } from './server.ts';
import { ms, quantile } from './statistics.ts';

/** How long another person's small read waits while somebody edits a segment without pause. */
export async function benchWaits(server: BenchServer, seconds: number): Promise<string> {
  const others = keepAsking(server);
  const end = performance.now() + seconds * 1000;
  let previews = 0;
  for (let round = 1000; performance.now() < end; round++) {
    const segment = benchSegments[round % benchSegments.length];
    if (!segment) break;
    const body = {
      definition: segment.build(round),
      limit: 50,
      perCondition: true,
      breakdowns: ['industry'],
    };
    await (
      await fetch(`${server.url}/api/v1/segments/preview`, {
        method: 'POST',
        headers: server.headers,
        body: JSON.stringify(body),
      })
    ).text();
    previews += 1;
  }
  const waits = await others.stop();
  return `During ${previews} previews without pause another person asked ${waits.length} times: median ${ms(quantile(waits, 0.5))} ms, p99 ${ms(quantile(waits, 0.99))} ms, slowest ${ms(Math.max(...waits))} ms.`;
}
