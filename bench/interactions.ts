import type { Page } from '@playwright/test';
import { launchBrowser, signIn } from './browser.ts';
import type { BenchServer } from './server.ts';
import { markdownTable, ms, quantile } from './statistics.ts';

const ROUNDS = 8;
/** How long the page may go on working after an input, for its answer to come and be drawn. */
const SETTLE_MS = 1200;

type Sample = { frameMs: number; blockMs: number };
type Interaction = {
  title: string;
  path: string;
  /** Waits until the page can be used. */
  ready: (page: Page) => Promise<unknown>;
  /** The event that the person makes, on `window`. */
  event: string;
  /** Makes it once. */
  act: (page: Page, round: number) => Promise<unknown>;
};

const accountsTab = '/territories?tab=accounts';
const mapTab = '/territories?tab=map';
const mapBox = async (page: Page) => {
  const box = await page.getByRole('application').boundingBox();
  if (!box) throw new Error('The map has no place on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const listReady = (page: Page) => page.getByRole('grid', { name: 'Accounts of the plan' }).waitFor();
const mapReady = async (page: Page) => {
  await page.getByRole('table', { name: 'States' }).waitFor();
  const { x, y } = await mapBox(page);
  await page.mouse.move(x, y);
};
const territories = (page: Page) =>
  page
    .getByRole('navigation', { name: 'Plan' })
    .getByRole('button')
    .filter({ hasText: /[a-z].*\d$/i });
const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });

const interactions: readonly Interaction[] = [
  {
    title: 'A territory of the tree chosen',
    path: accountsTab,
    ready: listReady,
    event: 'click',
    act: (page, round) =>
      territories(page)
        .nth(1 + (round % 4))
        .click(),
  },
  {
    title: 'A row of the accounts opened',
    path: accountsTab,
    ready: listReady,
    event: 'click',
    act: (page, round) =>
      page
        .getByRole('grid', { name: 'Accounts of the plan' })
        .getByRole('row')
        .nth(2 + (round % 6))
        .click({ position: { x: 420, y: 12 } }),
  },
  {
    title: 'An account ticked',
    path: accountsTab,
    ready: listReady,
    event: 'click',
    act: (page, round) =>
      page
        .getByRole('checkbox', { name: 'Select row' })
        .nth(round % 10)
        .click(),
  },
  {
    title: 'A letter typed into the filter',
    path: accountsTab,
    ready: async (page) => {
      await listReady(page);
      await page.getByLabel('Find accounts by name').focus();
    },
    event: 'keydown',
    act: (page, round) => page.keyboard.press('northern indu'.charAt(round) || 'Backspace'),
  },
  {
    title: 'Another slot of the books',
    path: '/territories',
    ready: (page) => page.getByRole('grid', { name: 'Balance of AE books' }).waitFor(),
    event: 'click',
    act: (page, round) => radio(page, round % 2 === 0 ? 'SDR' : 'AE').click(),
  },
  {
    title: 'Another measure of the map’s colours',
    path: mapTab,
    ready: mapReady,
    event: 'keydown',
    act: async (page, round) => {
      await page.getByRole('combobox', { name: 'Colour by' }).click();
      await page.getByRole('option', { name: round % 2 === 0 ? 'Potential' : 'Territory' }).hover();
      await arm(page, 'keydown');
      await page.keyboard.press('Enter');
    },
  },
  {
    title: 'The map from accounts to areas',
    path: mapTab,
    ready: mapReady,
    event: 'click',
    act: (page, round) => radio(page, round % 2 === 0 ? 'Areas' : 'Accounts').click(),
  },
  {
    title: 'A step of the wheel over the map',
    path: mapTab,
    ready: mapReady,
    event: 'wheel',
    act: (page, round) => page.mouse.wheel(0, round % 6 < 3 ? -240 : 240),
  },
  {
    title: 'The map dragged a little',
    path: mapTab,
    ready: async (page) => {
      await mapReady(page);
      await page.mouse.wheel(0, -480);
      await page.waitForTimeout(1000);
      await page.mouse.down();
    },
    event: 'pointermove',
    act: async (page, round) => {
      const { x, y } = await mapBox(page);
      await page.mouse.move(x + (round % 2 === 0 ? 60 : 0), y + 20);
    },
  },
];

/** From now on the page notes its next event of this kind: when it was made, when a frame after it was drawn. */
function arm(page: Page, event: string): Promise<void> {
  return page.evaluate((type) => {
    const seen = window as unknown as { frameMs: number; blocks: PerformanceObserver; blockMs: number };
    seen.frameMs = Number.NaN;
    seen.blockMs = 0;
    seen.blocks?.disconnect();
    const made = performance.now();
    seen.blocks = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        if (startTime + duration > made) seen.blockMs = Math.max(seen.blockMs, duration);
      }
    });
    seen.blocks.observe({ type: 'longtask' });
    window.addEventListener(
      type,
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            seen.frameMs = performance.now() - timeStamp;
          };
          port2.postMessage(null);
        });
      },
      { capture: true, once: true },
    );
  }, event);
}

/**
 * What a person feels at the planner and its map: from an input to the frame that is drawn after it, and the longest
 * piece of work that held the page up until everything asked for was drawn (0 = none above 50 ms).
 */
export async function benchInteractions(server: BenchServer): Promise<string> {
  const browser = await launchBrowser();
  const rows: string[][] = [];
  for (const { title, path, ready, event, act } of interactions) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await signIn(page, server.url);
    await page.goto(`${server.url}${path}`, { waitUntil: 'load' });
    await ready(page);
    await page.waitForTimeout(SETTLE_MS);
    const samples: Sample[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await arm(page, event);
      await act(page, round);
      await page.waitForTimeout(SETTLE_MS);
      samples.push(
        await page.evaluate(() => {
          const { frameMs, blockMs } = window as unknown as Sample;
          return { frameMs, blockMs };
        }),
      );
    }
    await context.close();
    const frames = samples.map(({ frameMs }) => frameMs);
    rows.push([
      title,
      ms(quantile(frames, 0.5)),
      ms(Math.max(...frames)),
      ms(Math.max(...samples.map(({ blockMs }) => blockMs))),
    ]);
    console.log(`  ${rows.at(-1)?.join(' · ')}`);
  }
  await browser.close();
  return markdownTable(
    ['input', 'to the next frame, median ms', 'slowest ms', 'longest work after it, ms'],
    rows,
  );
}
