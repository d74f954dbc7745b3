import { type BrowserContext, expect, type Page, test as base } from '@playwright/test';

/** The demo people, by what they do. */
export const people = {
  admin: 'milo@tessera.example',
  revops: 'dara@tessera.example',
  leader: 'lena@tessera.example',
  sdr: 'ansel@tessera.example',
  ae: 'orla@tessera.example',
  viewer: 'ines@tessera.example',
} as const;
export const demoPassword = 'tessera-demo';

/** What a page must not say: errors in the console, refused content, requests that found nothing. */
function watch(page: Page, faults: string[]): void {
  page.on('console', (message) => {
    const text = message.text();
    const isFault = message.type() === 'error' || /content security policy/i.test(text);
    if (!isFault) return;
    const { url } = message.location();
    faults.push(`console: ${text} (on ${page.url()}${url ? `, from ${url}` : ''})`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message} (on ${page.url()})`));
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

type Fixtures = {
  /** Faults seen so far; a test that provokes one on purpose empties the list. */
  faults: string[];
  /** Puts a session of this person into the page's browser. */
  signIn: (email: string, options?: { password?: string }) => Promise<void>;
  /** A page in a browser of its own, watched as closely as the first one. */
  otherPage: () => Promise<Page>;
};

export const test = base.extend<Fixtures, { sessions: Map<string, Cookies> }>({
  /** One sign-in per person and run: hashing a password is slow by design, and tries are counted. */
  sessions: [
    async ({ browserName: _ }, use) => {
      await use(new Map());
    },
    { scope: 'worker' },
  ],
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      watch(page, faults);
      await use(faults);
      expect(faults, 'The console has to stay quiet.').toEqual([]);
    },
    { auto: true },
  ],
  signIn: async ({ page, sessions }, use) => {
    await use(async (email, { password = demoPassword } = {}) => {
      // A page that is still open would go on asking with the next person's session.
      if (page.url() !== 'about:blank') await page.goto('about:blank');
      const known = sessions.get(email);
      if (known) return page.context().addCookies(known);
      await startSession(page, email, password);
      sessions.set(email, await page.context().cookies());
    });
  },
  otherPage: async ({ browser, faults, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
      contexts.push(context);
      const page = await context.newPage();
      watch(page, faults);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

/** Signs in through the same door as the form, without driving it. */
async function startSession(page: Page, email: string, password: string): Promise<void> {
  const csrf = await page.request.get('/api/auth/csrf');
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await page.request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email, password, json: 'true', callbackUrl: '/' },
  });
  expect(answer.ok(), `Signing in as ${email}`).toBe(true);
  const session = (await (await page.request.get('/api/auth/session')).json()) as object;
  expect(Object.keys(session).length, `A session for ${email}`).toBeGreaterThan(0);
}

/** Opens a page and waits until it listens: its shell is there and nothing is loading. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('main')).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.waitForFunction(allControlsListen);
}

/** Whether React has taken over every control: a click on markup alone is lost. Runs in the page. */
function allControlsListen(): boolean {
  const controls = [...document.querySelectorAll('button, input, select, textarea')];
  return controls.every((control) => Object.keys(control).some((key) => key.startsWith('__reactProps')));
}

export { expect };
