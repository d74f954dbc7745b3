import { launchBrowser, signIn } from './browser.ts';
import type { BenchServer } from './server.ts';
import { markdownTable, ms, quantile } from './statistics.ts';

/** A page, and the table that makes it usable; without one it is there when its heading stands. */
export type BenchPage = { title: string; path: string; table?: string };

/** First load of pages with an empty cache: bytes of JavaScript over the wire, and time until they can be used. */
export async function benchPages(server: BenchServer, pages: readonly BenchPage[]): Promise<string> {
  const browser = await launchBrowser();
  const rows: string[][] = [];
  for (const { title, path, table } of pages) {
    const times: number[] = [];
    let bytes = 0;
    for (let round = 0; round < 4; round++) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      await signIn(page, server.url);
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.setCacheDisabled', { cacheDisabled: true });
      const scripts = new Set<string>();
      let received = 0;
      session.on('Network.responseReceived', (event) => {
        if (event.type === 'Script') scripts.add(event.requestId);
      });
      session.on('Network.loadingFinished', (event) => {
        if (scripts.has(event.requestId)) received += event.encodedDataLength;
      });
      const started = performance.now();
      await page.goto(`${server.url}${path}`, { waitUntil: 'load' });
      await page.getByRole('heading').first().waitFor();
      if (table)
        await page
          .getByRole('grid', { name: table })
          .or(page.getByRole('table', { name: table }))
          .waitFor();
      if (round > 0) times.push(performance.now() - started);
      await page.waitForTimeout(500);
      bytes = received;
      await context.close();
    }
    rows.push([title, `${Math.round(bytes / 1024)} KB`, ms(quantile(times, 0.5))]);
    console.log(`  ${title}: ${rows.at(-1)?.slice(1).join(' · ')}`);
  }
  await browser.close();
  return markdownTable(['page', 'JavaScript, compressed', 'first load, median ms'], rows);
}
