import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { parseJson } from '#lib/http/read-body.ts';
import { type ImportOptionsInput, importOptionsSchema } from '#lib/imports/options.ts';
import type { Context } from '#lib/permissions/context.ts';
import { discardUpload, type StoredUpload, storeUpload } from '#lib/services/imports/store-upload.ts';
import { appError, isAppError } from '#lib/shared/errors.ts';

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
  const busboy = new Busboy({ headers: { 'content-type': contentType }, limits });
  let fileName = '';
  let options: string | null = null;
  let upload: Promise<StoredUpload> | null = null;
  let failure: unknown = null;
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const fail = (error: unknown) => {
    failure ??= error;
    stop();
  };

  busboy.on('file', (field, stream, name) => {
    if (field !== 'file' || upload) return stream.resume();
    fileName = name || 'file.csv';
    // A body that breaks off may say so on the part alone, which then never ends by itself.
    let isBroken = false;
    stream.on('error', () => {
      isBroken = true;
      stream.destroy();
    });
    upload = storeUpload(ctx, stream);
    upload.catch((error: unknown) => fail(isBroken && !isAppError(error) ? brokeOff() : error));
  });
  busboy.on('field', (field, value, _nameTruncated, valueTruncated) => {
    if (field !== 'options') return;
    if (valueTruncated) fail(appError('too_large', 'The options are larger than 4 MB.'));
    options = value;
  });
  busboy.on('error', (error) => {
    fail(
      appError(
        'malformed',
        `The upload cannot be read: ${error instanceof Error ? error.message : 'unknown'}.`,
      ),
    );
  });
  const finished = new Promise<void>((resolve) => busboy.once('finish', resolve));

  await pump(request.body, busboy, stopped, () => failure !== null);
  if (failure === null) await Promise.race([finished, stopped]);
  const stored = upload === null ? null : await (upload as Promise<StoredUpload>).catch(() => null);
  if (failure) {
    if (stored) await discardUpload(stored);
    throw failure;
  }
  if (!stored) throw appError('malformed', 'The body has no part called "file".');
  try {
    return { fileName, upload: stored, options: readOptions(options) };
  } catch (error) {
    await discardUpload(stored);
    throw error;
  }
}

function brokeOff() {
  return appError('malformed', 'The upload broke off before the file was complete. Please send it again.');
}

function readOptions(text: string | null): ImportOptionsInput | undefined {
  return text === null
    ? undefined
    : parseJson(text, 'application/json', importOptionsSchema, 'The part "options"');
}

/** Hands the body on as fast as it is taken; gives it up as soon as something failed. */
async function pump(
  body: ReadableStream<Uint8Array>,
  into: BusboyInstance,
  stopped: Promise<void>,
  hasFailed: () => boolean,
): Promise<void> {
  const reader = body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    if (hasFailed()) break;
    const isTaken = into.write(piece.value);
    if (!isTaken) await Promise.race([new Promise<void>((resolve) => into.once('drain', resolve)), stopped]);
  }
  if (hasFailed()) {
    await reader.cancel().catch(() => undefined);
    into.destroy();
  } else into.end();
}
