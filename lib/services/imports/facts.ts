import 'server-only';
import { readFile, rename, writeFile } from 'node:fs/promises';
import type { ImportRow } from '#db/queries/imports/import-rows.ts';
import type { FileFacts } from '#lib/imports/file-profile.ts';
import type { ImportOptions } from '#lib/imports/options.ts';
import { appError } from '#lib/shared/errors.ts';
import { importFilePath, readFacts } from './import-file.ts';

/** What a file says, and for which reading of it. Kept beside the file, because it can be long and is read seldom. */
type KeptFacts = { facts: FileFacts; encoding: string; delimiter: string };
type Reading = Pick<ImportOptions, 'encoding' | 'delimiter'>;

const keptPath = (filePath: string) => `${importFilePath(filePath)}.facts.json`;

async function keptFacts(filePath: string, reading: Reading): Promise<FileFacts | null> {
  const text = await readFile(keptPath(filePath), 'utf8').catch(() => null);
  if (text === null) return null;
  const kept = JSON.parse(text) as KeptFacts;
  return kept.encoding === reading.encoding && kept.delimiter === reading.delimiter ? kept.facts : null;
}

/** The facts of an import's file for this reading, sniffed anew only when encoding or delimiter were changed. */
export async function factsOf(row: Pick<ImportRow, 'filePath'>, reading: Reading): Promise<FileFacts> {
  if (!row.filePath) throw appError('conflict', 'The file of this import is gone.');
  const kept = await keptFacts(row.filePath, reading);
  if (kept) return kept;
  const facts = await readFacts(importFilePath(row.filePath), reading);
  const fresh: KeptFacts = { facts, encoding: reading.encoding, delimiter: reading.delimiter };
  const path = keptPath(row.filePath);
  await writeFile(`${path}.new`, JSON.stringify(fresh));
  await rename(`${path}.new`, path);
  return facts;
}
