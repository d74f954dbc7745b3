/** Runs dependency-cruiser over the rooms and fails when it looked at no module: a check that sees nothing passes. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const rooms = [
  'app',
  'components',
  'lib',
  'db',
  'workers',
  'e2e',
  'bench',
  'scripts',
  'proxy.ts',
  'instrumentation.ts',
].filter((room) => existsSync(join(root, room)));
const cruise = spawnSync(
  process.execPath,
  [
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    ...rooms,
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
  ],
  { cwd: root, encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 },
);

type Violation = { from: string; to: string; rule: { name: string; severity: string } };
type Report = {
  summary: {
    totalCruised: number;
    violations: Violation[];
    ruleSetUsed?: { forbidden?: { name: string; comment?: string }[] };
  };
};

if (!cruise.stdout) {
  console.error(cruise.stderr);
  process.exit(1);
}
const { summary } = JSON.parse(cruise.stdout) as Report;
if (summary.totalCruised < 50) {
  console.error(`The boundary check looked at ${summary.totalCruised} modules: it is not seeing the code.`);
  process.exit(1);
}
const comments = new Map(summary.ruleSetUsed?.forbidden?.map((rule) => [rule.name, rule.comment ?? '']));
for (const violation of summary.violations) {
  console.error(
    `${violation.from} → ${violation.to}\n  ${violation.rule.name}: ${comments.get(violation.rule.name) ?? ''}`,
  );
}
console.log(
  `${summary.totalCruised} modules looked at, ${summary.violations.length} crossings that are not allowed`,
);
process.exit(summary.violations.length > 0 ? 1 : 0);
