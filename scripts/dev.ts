/** Development server: makes the secret, migrates the database and reloads as files change. */
import { freePort, requireNode24, runNext } from './next-server.ts';

requireNode24('npm run dev');
const port = String(await freePort(Number(process.env.PORT || 3000)));
process.exit(await runNext('dev', ['-p', port], { PORT: port }));
