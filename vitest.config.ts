import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const reactServer = { resolve: { conditions: ['react-server'] } };

export default defineConfig({
  test: {
    exclude: ['node_modules/**', '.next/**', 'e2e/**'],
    projects: [
      {
        extends: true,
        ssr: reactServer,
        test: {
          name: 'node',
          environment: 'node',
          include: ['{lib,db,workers,scripts,app,bench}/**/*.test.ts', 'proxy.test.ts'],
          testTimeout: 60_000,
          execArgv: ['--conditions=react-server'],
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['components/**/*.test.tsx'],
          setupFiles: ['./scripts/setup-dom.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
