import { z } from 'zod';
import { fileFormats } from '#lib/shared/table-file/table-file.ts';
import type { Action } from '#lib/permissions/roles.ts';

/** Query string of a call that answers with nothing but a file. */
export const fileQuery = z.object({ format: z.enum(fileFormats).default('csv') });

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One call of the public API, described by the same schemas that its handler parses with. */
export type Operation = {
  method: Method;
  /** Below `/api/v1`, with `{id}` for parameters. */
  path: string;
  tag: string;
  summary: string;
  /** The action it needs; `signedIn` for anybody with access, `public` without a token. */
  needs: Action | 'signedIn' | 'public';
  query?: z.ZodObject;
  /** The JSON body. */
  body?: z.ZodType;
  /** A multipart body instead: its parts and what they are. */
  parts?: Record<string, string>;
  /** The JSON answer; leave out where there is none (204). */
  answer?: z.ZodType;
  /** Of a success, when it is not 200 (or 204 without an answer). */
  status?: 201 | 202;
  /** `required`: a save must name the version it read. */
  ifMatch?: 'required' | 'optional';
  /** Also answers as a file, CSV or XLSX, when `Accept` or `format` asks for one; or only so. */
  file?: 'also' | 'only';
};
