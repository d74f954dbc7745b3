import 'server-only';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { readEnv } from '#lib/env.ts';
import type { Encoding } from '#lib/imports/encoding.ts';
import { createEncodingSniffer } from '#lib/imports/encoding-sniffer.ts';
import { createFileProfiler, type FileFacts } from '#lib/imports/file-profile.ts';
import { appError } from '#lib/shared/errors.ts';
import type { ImportOptions } from '#lib/imports/options.ts';

const MAX_COLUMNS = 1000;
const CHUNK_BYTES = 256 * 1024;

/** Absolute path of an uploaded file; imports keep paths below the data folder. */
export function importFilePath(filePath: string): string {
  return join(readEnv().dataFolder, filePath);
}

/** The text of a file, chunk by chunk. */
export async function* decodedChunks(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    yield decoder.decode(bytes as Uint8Array, { stream: true });
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** Reads a file twice, once for its encoding and once for everything else that it tells. Memory stays flat. */
export async function readFacts(
  path: string,
  options: Pick<ImportOptions, 'encoding' | 'delimiter'>,
): Promise<FileFacts> {
  const sniffer = createEncodingSniffer();
  for await (const bytes of createReadStream(path, { highWaterMark: CHUNK_BYTES }))
    sniffer.push(bytes as Uint8Array);
  const refusal = sniffer.notText();
  if (refusal) throw appError('invalid', refusal);
  const sniffed = sniffer.finish();
  const encoding =
    options.encoding === 'auto' || options.encoding === sniffed.value
      ? sniffed
      : { value: options.encoding, bom: false, certain: true, evidence: 'as chosen', word: null, line: null };
  const profiler = createFileProfiler(encoding, options.delimiter);
  for await (const text of decodedChunks(path, encoding.value)) profiler.push(text);
  const facts = profiler.finish();
  if (facts.header.columns.length > MAX_COLUMNS) {
    throw appError(
      'invalid',
      `The file has ${facts.header.columns.length} columns; at most ${MAX_COLUMNS} can be mapped.`,
    );
  }
  return facts;
}
