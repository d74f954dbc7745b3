/** drizzle-kit does not emit STRICT: adds it to every CREATE TABLE of the generated migrations. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'db', 'migrations');
for (const name of readdirSync(folder).filter((n) => n.endsWith('.sql'))) {
  const path = join(folder, name);
  const sql = readFileSync(path, 'utf8');
  const strict = sql.replace(/(CREATE TABLE [\s\S]*?\n\));/g, '$1 STRICT;');
  if (strict !== sql) writeFileSync(path, strict);
}
