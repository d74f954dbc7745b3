/** Production server, after `npm run build`. It makes its secret and migrates its database by itself. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, requireNode24, root, runNext } from './next-server.ts';
import { usableEnv } from './usable-env.ts';

requireNode24('npm run start');
if (!existsSync(join(root, '.next', 'BUILD_ID'))) {
  console.error('There is no build yet. Run "npm run build" first.');
  process.exit(1);
}
const env = usableEnv({ ...process.env, NODE_ENV: 'production' });
const port = String(await freePort(env.port));
console.log(`Tessera on ${env.publicUrl.replace(`:${env.port}`, `:${port}`)}, data in ${env.dataFolder}`);
process.exit(await runNext('start', ['-p', port], { PORT: port }));
