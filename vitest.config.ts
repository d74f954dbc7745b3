import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const reactServer = { resolve: { conditions: ['react-server'] } };

/** Rooms of functions alone: no database, no clock, no state between tests, so that workers keep their modules. */
const pure = 'lib/{rules,geo,metrics,scoring,shared,engine,territories}/**/*.test.ts';
const node = {
  environment: 'node' as const,
  testTimeout: 60_000,
  execArgv: ['--conditions=react-server'],
};

export default defineConfig({
  test: {
    // Vitest leaves one core free; where there are two, that is half of the time.
    maxWorkers: '100%',
    exclude: ['node_modules/**', '.next/**', 'e2e/**'],
    projects: [
      {
        extends: true,
        ssr: reactServer,
        test: { ...node, name: 'pure', include: [pure], isolate: false },
      },
      {
        extends: true,
        ssr: reactServer,
        test: {
          ...node,
          name: 'node',
          include: ['{lib,db,workers,scripts,app,bench}/**/*.test.ts', 'proxy.test.ts'],
          exclude: [pure],
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['components/**/*.test.{ts,tsx}'],
          setupFiles: ['./scripts/setup-dom.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
