import { appError } from './errors.ts';

/** Prefix of each kind of public id. Inside the database ids are integers; outside they look like `acc_1k7`. */
export const idPrefixes = {
  account: 'acc',
  contact: 'con',
  technology: 'tec',
  signal: 'sig',
  opportunity: 'opp',
  activity: 'act',
  rep: 'rep',
  pool: 'poo',
  product: 'prd',
  stage: 'stg',
  user: 'usr',
  tier: 'tie',
  segment: 'seg',
  plan: 'pla',
  territory: 'ter',
  import: 'imp',
  view: 'viw',
  token: 'tok',
  job: 'job',
  field: 'fld',
  note: 'not',
  nextStep: 'nxt',
  audit: 'aud',
  approval: 'apr',
  comment: 'cmt',
  holdover: 'hov',
  request: 'req',
} as const;

export type IdKind = keyof typeof idPrefixes;

/** Integer row id → public id. */
export function toPublicId(kind: IdKind, rowId: number): string {
  return `${idPrefixes[kind]}_${rowId.toString(36)}`;
}

/** Public id → integer row id, or null when it is not an id of this kind. */
export function parsePublicId(kind: IdKind, id: string): number | null {
  const match = /^([a-z]{3})_([0-9a-z]{1,11})$/.exec(id);
  if (!match || match[1] !== idPrefixes[kind]) return null;
  const rowId = Number.parseInt(match[2] ?? '', 36);
  return Number.isSafeInteger(rowId) && rowId > 0 ? rowId : null;
}

/** Public id → integer row id; throws `not_found`, since an id that cannot exist names nothing. */
export function toRowId(kind: IdKind, id: string): number {
  const rowId = parsePublicId(kind, id);
  if (rowId === null) throw appError('not_found', `There is no ${kind} "${id}".`);
  return rowId;
}
