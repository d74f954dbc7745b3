import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { referenceFolder } from '#lib/services/imports/testing/import-reference.ts';

type Reference = { queries: { id: string; answer: Record<string, number | string | null>[] }[] };

/** The answers that a third party worked out over the maven files, by query. */
export function mavenReference(): (id: string) => Record<string, number | string | null>[] {
  const path = join(referenceFolder, 'maven-crm', 'reference.json');
  const { queries } = JSON.parse(readFileSync(path, 'utf8')) as Reference;
  return (id) => queries.find((query) => query.id === id)?.answer ?? [];
}
