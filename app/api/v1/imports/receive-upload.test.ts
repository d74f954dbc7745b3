import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testContext } from '#db/testing/temp-store.ts';
import { useTempDataFolder as withTempDataFolder } from '#lib/services/imports/testing/import-reference.ts';
import { receiveUpload } from './receive-upload.ts';

withTempDataFolder();

let ids = 0;
const ctx = (role: 'revops' | 'rep' = 'revops') =>
  testContext({ newId: () => `id-${++ids}`, actor: { kind: 'user', userId: 1, role } });

/** A request whose body comes in pieces, as over a wire. */
async function post(parts: Record<string, string | Blob>): Promise<Request> {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, 'accounts.csv');
  }
  const whole = new Response(form);
  const contentType = whole.headers.get('content-type') ?? '';
  const bytes = new Uint8Array(await whole.arrayBuffer());
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + 16_384));
      at += 16_384;
    },
  });
  const init = { method: 'POST', body, headers: { 'content-type': contentType }, duplex: 'half' };
  return new Request('http://localhost/api/v1/imports', init as RequestInit);
}

const stored = () => {
  const folder = join(process.env.TESSERA_DATA ?? '', 'imports');
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe('an upload', () => {
  test('is streamed to the data folder, byte for byte, with its options', async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
    const options = { entity: 'account', mapping: { Name: { field: 'name' } } };
    const received = await receiveUpload(
      ctx(),
      await post({ options: JSON.stringify(options), file: new Blob([bytes]) }),
    );
    expect(received).toMatchObject({
      fileName: 'accounts.csv',
      options: { entity: 'account', dryRun: true },
    });
    const kept = readFileSync(join(process.env.TESSERA_DATA ?? '', received.upload.filePath));
    expect(kept.equals(Buffer.from(bytes))).toBe(true);
  });

  test.each([
    ['no file part', () => post({ options: '{}' }), 'malformed'],
    ['an empty file', () => post({ file: new Blob([]) }), 'invalid'],
    ['no multipart', () => new Request('http://localhost/', { method: 'POST', body: 'a,b' }), 'malformed'],
    ['options that are no JSON', () => post({ file: new Blob(['a']), options: '{' }), 'malformed'],
    [
      'options that mean nothing',
      () => post({ file: new Blob(['a']), options: '{"entity":"planet"}' }),
      'invalid',
    ],
    [
      'options nested a thousand deep',
      () => post({ file: new Blob(['a']), options: `${'['.repeat(1000)}${']'.repeat(1000)}` }),
      'malformed',
    ],
  ])('with %s is refused with a sentence', async (_, request, code) => {
    await expect(receiveUpload(ctx(), await request())).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/\.$/),
    });
  });

  test('larger than the installation allows is refused, and nothing stays behind', async () => {
    const before = stored().length;
    process.env.TESSERA_MAX_UPLOAD_MB = '0.01';
    try {
      await expect(
        receiveUpload(ctx(), await post({ file: new Blob([new Uint8Array(200_000)]) })),
      ).rejects.toMatchObject({
        code: 'too_large',
      });
    } finally {
      delete process.env.TESSERA_MAX_UPLOAD_MB;
    }
    expect(stored()).toHaveLength(before);
  });

  test('of somebody who may not import is refused', async () => {
    await expect(receiveUpload(ctx('rep'), await post({ file: new Blob(['a,b']) }))).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('with refused options leaves no file behind', async () => {
    const before = stored().length;
    await expect(
      receiveUpload(ctx(), await post({ file: new Blob(['a']), options: '{' })),
    ).rejects.toMatchObject({
      code: 'malformed',
    });
    expect(stored()).toHaveLength(before);
  });

  test.each([0, 20_000, 200_000])(
    'that breaks off %i bytes into the file is refused at once',
    async (size) => {
      const before = stored().length;
      const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
      const request = new Request('http://localhost/api/v1/imports', {
        method: 'POST',
        body: head + 'a'.repeat(size),
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      });
      await expect(receiveUpload(ctx(), request)).rejects.toMatchObject({
        code: 'malformed',
        message: expect.stringMatching(/broke off|cannot be read/),
      });
      expect(stored()).toHaveLength(before);
    },
    5_000,
  );
});
