import { defineConfig, devices } from '@playwright/test';
import { chromiumOptions } from './e2e/support/chromium-options.ts';

const port = Number(process.env.E2E_PORT ?? 3210);
const url = `http://localhost:${port}`;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 1,
  // A machine that others share may stall once; a second failure is a fault.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    // Recording every test costs a seventh of the run; a second try is recorded.
    trace: 'on-first-retry',
    launchOptions: chromiumOptions,
  },
  webServer: {
    command: 'node --conditions=react-server scripts/demo.ts --fresh',
    url: `${url}/api/v1/health`,
    reuseExistingServer: false,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 8_000 },
    stdout: 'pipe',
    env: { TESSERA_DATA: './test-results/e2e-data', PORT: String(port), TESSERA_LOG_LEVEL: 'warn' },
  },
});
