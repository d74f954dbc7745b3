import 'server-only';
import type { z } from 'zod';
import { appError } from '#lib/shared/errors.ts';
import { parseInput } from '#lib/shared/parse-input.ts';

export const DEFAULT_BODY_BYTES = 1024 * 1024;
const MAX_DEPTH = 64;

/** The body as text, read piece by piece and given up as soon as it is longer than `maxBytes` (`too_large`). */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > maxBytes) throw tooLarge(maxBytes);
  if (!request.body) return '';
  const reader = request.body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  let text = '';
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      bytes += piece.value.byteLength;
      if (bytes > maxBytes) {
        await reader.cancel();
        throw tooLarge(maxBytes);
      }
      text += decoder.decode(piece.value, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw appError('malformed', 'The body is not UTF-8 text.');
    throw error;
  }
}

/**
 * JSON text → the schema's value. Malformed text, a wrong content type and absurd nesting are `malformed`;
 * JSON that means nothing here is `invalid` with one issue for each fault. `what` begins the sentence about bad text.
 */
export function parseJson<S extends z.ZodType>(
  text: string,
  contentType: string | null,
  schema: S,
  what = 'The body',
): z.output<S> {
  if (!/^application\/([a-z0-9.+-]+\+)?json\b/i.test(contentType ?? '')) {
    throw appError('malformed', 'Send JSON, with the header "Content-Type: application/json".');
  }
  if (isDeeperThan(text, MAX_DEPTH)) {
    throw appError('malformed', `The JSON is nested more than ${MAX_DEPTH} levels deep.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw appError('malformed', `${what} is not valid JSON.`);
  }
  if (SUSPECT_ESCAPE.test(text) && !isStorable(value)) {
    throw appError('malformed', 'A text in the JSON holds U+0000 or half of a character, which no text may.');
  }
  return parseInput(schema, value);
}

/** NUL, and the escapes that halves of a character are written with. */
const SUSPECT_ESCAPE = /\\u(?:0000|d[89a-f])/i;

/** The database would cut or change other texts without a word. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner));
}

/** Counts brackets outside strings, because a recursive parser must never see hostile nesting. */
export function isDeeperThan(json: string, limit: number): boolean {
  let depth = 0;
  let isString = false;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (isString) {
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) isString = false;
    } else if (code === QUOTE) isString = true;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (++depth > limit) return true;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth--;
  }
  return false;
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

function tooLarge(maxBytes: number) {
  const size =
    maxBytes >= 1024 * 1024
      ? `${Math.floor(maxBytes / 1024 / 1024)} MB`
      : `${Math.floor(maxBytes / 1024)} kB`;
  return appError('too_large', `The body is larger than ${size}, the most that is read here.`);
}
