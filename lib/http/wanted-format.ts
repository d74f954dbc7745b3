import { type FileFormat, fileFormats, mediaTypes } from '#lib/shared/table-file/table-file.ts';

/**
 * The format of a file instead of JSON, or null: asked by the Accept header, or by `format=` where only a link can
 * ask. `format=json` wins over the header.
 */
export function wantedFormat(request: Request): FileFormat | null {
  const named = new URL(request.url).searchParams.get('format');
  if (named !== null) return fileFormats.find((format) => format === named) ?? null;
  const accept = (request.headers.get('accept') ?? '').toLowerCase();
  return fileFormats.find((format) => accept.includes(mediaTypes[format])) ?? null;
}
