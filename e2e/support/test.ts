import { test as base, expect, type Page } from '@playwright/test';

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
    if (isFault) faults.push(`console: ${text} (${page.url()})`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message} (${page.url()})`));
}

type Fixtures = {
  /** Faults seen so far; a test that provokes one on purpose empties the list. */
  faults: string[];
  signIn: (email: string, options?: { password?: string }) => Promise<void>;
};

export const test = base.extend<Fixtures>({
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      watch(page, faults);
      await use(faults);
      expect(faults, 'The console has to stay quiet.').toEqual([]);
    },
    { auto: true },
  ],
  /** Signs in through the same door as the form, without driving it. */
  signIn: async ({ page, baseURL }, use) => {
    await use(async (email, { password = demoPassword } = {}) => {
      const { csrfToken } = (await (await page.request.get('/api/auth/csrf')).json()) as {
        csrfToken: string;
      };
      const answer = await page.request.post('/api/auth/callback/credentials', {
        form: { csrfToken, email, password, json: 'true', callbackUrl: `${baseURL}/` },
      });
      expect(answer.ok(), `Signing in as ${email}`).toBe(true);
      const session = (await (await page.request.get('/api/auth/session')).json()) as object;
      expect(Object.keys(session).length, `A session for ${email}`).toBeGreaterThan(0);
    });
  },
});

export { expect };
