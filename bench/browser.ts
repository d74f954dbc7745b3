import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumOptions } from '../e2e/support/chromium-options.ts';

/** The browser that pages are measured in. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch(chromiumOptions);
}

/** Signs a page in as the demo's RevOps, who sees everything. */
export async function signIn(page: Page, url: string): Promise<void> {
  const { csrfToken } = (await (await page.request.get(`${url}/api/auth/csrf`)).json()) as {
    csrfToken: string;
  };
  await page.request.post(`${url}/api/auth/callback/credentials`, {
    form: { csrfToken, email: 'dara@tessera.example', password: 'tessera-demo', json: 'true' },
  });
}
