import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';
import { parseJson } from '#lib/http/read-body.ts';
import { type ImportOptionsInput, importOptionsSchema } from '#lib/imports/options.ts';
import type { Context } from '#lib/permissions/context.ts';
import { type StoredUpload, storeUpload } from '#lib/services/imports/store-upload.ts';
import { appError } from '#lib/shared/errors.ts';

export type ReceivedUpload = {
  fileName: string;
  upload: StoredUpload;
  options: ImportOptionsInput | undefined;
};

const limits = { files: 1, fields: 10, fieldSize: 4 * 1024 * 1024, parts: 12, headerPairs: 50 };

/**
 * A multipart body (`file`, and `options` as JSON) streamed to the data folder while it arrives: no part of the file is
 * held in memory. `malformed` when it is no such body, `too_large` and `invalid` as `storeUpload` and the options say.
 */
export async function receiveUpload(ctx: Context, request: Request): Promise<ReceivedUpload> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data;.*boundary=/i.test(contentType) || !request.body) {
    throw appError('malformed', 'Send the file as multipart/form-data, in a part called "file".');
  }
  const source = Readable.fromWeb(request.body as NodeReadableStream<Uint8Array>);
  const busboy = new Busboy({ headers: { 'content-type': contentType }, limits });
  let fileName = '';
  let options: string | null = null;
  let upload: Promise<StoredUpload> | null = null;
  let failure: unknown = null;

  busboy.on('file', (field, stream, name) => {
    if (field !== 'file' || upload) return stream.resume();
    fileName = name || 'file.csv';
    upload = storeUpload(ctx, stream);
    upload.catch((error: unknown) => {
      failure = error;
      stream.resume();
      source.destroy();
    });
  });
  busboy.on('field', (field, value, _nameTruncated, valueTruncated) => {
    if (field !== 'options') return;
    if (valueTruncated) failure = appError('too_large', 'The options are larger than 4 MB.');
    options = value;
  });
  await pipeline(source, busboy).catch((error: unknown) => {
    failure ??= appError(
      'malformed',
      `The upload cannot be read: ${error instanceof Error ? error.message : 'unknown'}.`,
    );
  });
  const stored = upload === null ? null : await (upload as Promise<StoredUpload>).catch(() => null);
  if (failure) throw failure;
  if (!stored) throw appError('malformed', 'The body has no part called "file".');
  return {
    fileName,
    upload: stored,
    options: options === null ? undefined : parseJson(options, 'application/json', importOptionsSchema),
  };
}
