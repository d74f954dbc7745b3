/**
 * Everything that must hold, in one command: lint, format, boundaries, dead code, types, unit and property tests,
 * a production build and the end-to-end tests. Each check counts as one test; the last line adds them all up.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const results = join(root, 'test-results');
const node = process.execPath;

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error('Run this as "npm run verify": npm puts the right Node in front.');
  process.exit(1);
}

type Count = { passed: number; failed: number };
type Step = { name: string; command: string[]; count?: (code: number) => Count };

const vitestFile = join(results, 'unit.json');
const e2eFile = join(results, 'e2e.json');

const steps: Step[] = [
  { name: 'lint', command: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
  { name: 'format', command: [bin('@biomejs/biome/bin/biome'), 'format', '.'] },
  { name: 'boundaries', command: ['scripts/check-boundaries.ts'] },
  { name: 'dead code', command: [bin('knip/bin/knip.js')] },
  { name: 'route types', command: [bin('next/dist/bin/next'), 'typegen'] },
  { name: 'types', command: [bin('typescript/bin/tsc'), '--noEmit'] },
  {
    name: 'unit and property tests',
    command: [
      bin('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${vitestFile}`,
    ],
    count: (code) => countVitest(code),
  },
  { name: 'build', command: [bin('next/dist/bin/next'), 'build'] },
  {
    name: 'end-to-end tests',
    command: [bin('@playwright/test/cli.js'), 'test'],
    count: (code) => countPlaywright(code),
  },
];

function bin(path: string): string {
  return join('node_modules', path);
}

function run(step: Step): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(node, step.command, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0', NO_COLOR: '1' },
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function readJson<T>(path: string): T | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return null;
  }
}

/** A runner that ended badly without a failed test (a file that does not load, a server that does not start) failed once. */
function honest(count: Count, code: number): Count {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function countVitest(code: number): Count {
  const report = readJson<{ numPassedTests: number; numFailedTests: number }>(vitestFile);
  return honest({ passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }, code);
}

function countPlaywright(code: number): Count {
  const report = readJson<{ stats: { expected: number; unexpected: number; flaky: number } }>(e2eFile);
  const flaky = report?.stats.flaky ?? 0;
  if (flaky > 0)
    console.log(`${flaky} end-to-end tests failed first and passed when tried again: look at them.`);
  return honest(
    {
      passed: (report?.stats.expected ?? 0) + (report?.stats.flaky ?? 0),
      failed: report?.stats.unexpected ?? 0,
    },
    code,
  );
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const total: Count = { passed: 0, failed: 0 };
const summary: string[] = [];
for (const step of steps) {
  console.log(`\n── ${step.name}`);
  const started = performance.now();
  const code = await run(step);
  const count = step.count?.(code) ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  total.passed += count.passed;
  total.failed += count.failed;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  summary.push(
    `${count.failed === 0 ? 'ok  ' : 'FAIL'} ${step.name} (${count.passed} passed, ${count.failed} failed, ${seconds} s)`,
  );
}
console.log(`\n${summary.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
