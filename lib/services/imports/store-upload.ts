import 'server-only';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readEnv } from '#lib/env.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError, isAppError } from '#lib/shared/errors.ts';
import { importFilePath } from './import-file.ts';
import { requireImports } from './may-import.ts';

export type StoredUpload = { filePath: string; bytes: number };

/**
 * Streams an uploaded file into the data folder, piece by piece; memory stays flat. `too_large` above the limit of the
 * installation, `invalid` for an empty file; neither leaves a file behind.
 */
export async function storeUpload(ctx: Context, content: AsyncIterable<Uint8Array>): Promise<StoredUpload> {
  requireImports(ctx);
  const { dataFolder, maxUploadBytes } = readEnv();
  await mkdir(join(dataFolder, 'imports'), { recursive: true });
  const filePath = join('imports', `${ctx.newId().replace(/[^\w-]/g, '')}.csv`);
  const path = importFilePath(filePath);
  let bytes = 0;
  async function* bounded() {
    for await (const piece of content) {
      bytes += piece.byteLength;
      if (bytes > maxUploadBytes) {
        const limit = Math.round(maxUploadBytes / 1024 / 1024);
        throw appError(
          'too_large',
          `The file is larger than ${limit} MB. Split it, or raise TESSERA_MAX_UPLOAD_MB.`,
        );
      }
      yield piece;
    }
  }
  try {
    await pipeline(
      Readable.from(bounded(), { objectMode: false }),
      createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    );
    if (bytes === 0) throw appError('invalid', 'The file is empty.');
    return { filePath, bytes };
  } catch (error) {
    await rm(path, { force: true });
    if (isAppError(error) || bytes === 0) throw error;
    throw appError('malformed', 'The upload broke off before the file was complete. Please send it again.');
  }
}

/** Removes an uploaded file that came to nothing. */
export async function discardUpload(upload: StoredUpload): Promise<void> {
  await rm(importFilePath(upload.filePath), { force: true });
}
