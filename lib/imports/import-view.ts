import { z } from 'zod';
import { importEntities } from './import-fields.ts';
import { importOptionsSchema } from './options.ts';

/** What the API and the pages say about an import. Times are ISO instants, ids public. */
export const importStatuses = [
  'pending',
  'checking',
  'checked',
  'applying',
  'completed',
  'failed',
  'cancelled',
  'undone',
] as const;
export type ImportStatusName = (typeof importStatuses)[number];

export const problemSchema = z.object({
  line: z.number(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  message: z.string(),
  rowRejected: z.boolean(),
});

const rowCounts = z.object({
  read: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
  withProblems: z.number(),
});

const valueRows = z.array(z.object({ value: z.string(), rows: z.number() }));

/** One kind of problem in one column, with examples. */
export const problemGroupSchema = z.object({
  code: z.string(),
  column: z.string().nullable(),
  count: z.number(),
  rowRejected: z.boolean(),
  message: z.string(),
  samples: z.array(z.string()),
});

export const questionSchema = z.object({
  kind: z.enum(['dateOrder', 'scale', 'absentId']),
  column: z.string(),
  example: z.string(),
  detail: z.string(),
});

export const spellingSchema = z.object({
  column: z.string(),
  field: z.string(),
  from: z.string(),
  to: z.string(),
  rows: z.number(),
  reason: z.enum(['spacing', 'typo', 'wording']),
  isKnown: z.boolean(),
});

export const stageRowSchema = z.object({
  name: z.string(),
  outcome: z.enum(['open', 'won', 'lost']),
  rows: z.number(),
  isNew: z.boolean(),
});

export const reportSchema = z.object({
  /** Faults of the mapping; while there are any, no row was looked at. */
  issues: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
  problems: z.array(problemGroupSchema),
  questions: z.array(questionSchema),
  spellings: z.array(spellingSchema),
  unmatchedValues: z.array(z.object({ column: z.string(), field: z.string(), values: valueRows })),
  stages: z.array(stageRowSchema),
  rowsWithoutAccount: z.number(),
  /** The commonest fifty values each; `rowsWithUnknown` counts all rows. */
  unknownAccounts: valueRows,
  unknownProducts: valueRows,
  unknownReps: valueRows,
  rowsWithUnknown: z.object({ account: z.number(), product: z.number(), rep: z.number() }),
  /** Records that the rows brought along: managers, accounts made for child rows. */
  alsoCreated: z.record(z.string(), z.number()),
  absentRecords: z.number(),
  /** New accounts whose name is that of another but for its legal form; never joined by that. */
  likelyDuplicates: z.object({
    rows: z.number(),
    samples: z.array(z.object({ name: z.string(), other: z.string() })),
  }),
  /** Rows of earlier imports that found their account through this one, by table. */
  relinked: z.record(z.string(), z.number()),
  newFields: z.array(z.object({ key: z.string(), label: z.string(), type: z.string() })),
  /** Accounts that published segments would gain and lose; computed after the row counts. */
  effect: z
    .object({
      segmentsAsked: z.number(),
      segmentsChanged: z.number(),
      entering: z.number(),
      leaving: z.number(),
      segments: z.array(z.object({ name: z.string(), entering: z.number(), leaving: z.number() })),
    })
    .nullable(),
  isEffectPending: z.boolean(),
  unclosedQuoteLine: z.number().nullable(),
  elapsedMs: z.number(),
  undo: z
    .object({
      restored: z.number(),
      removed: z.number(),
      kept: z.array(z.object({ entity: z.string(), label: z.string(), reason: z.string() })),
    })
    .optional(),
});

const columnSchema = z.object({
  column: z.string(),
  rows: z.number(),
  filled: z.number(),
  distinct: z.number(),
  samples: z.array(z.string()),
  note: z.string().nullable(),
  certainty: z.number(),
});

export const sniffedSchema = z.object({
  encoding: z.object({ value: z.string(), label: z.string(), certain: z.boolean(), evidence: z.string() }),
  layout: z.object({
    delimiter: z.string(),
    lineEnd: z.enum(['lf', 'crlf', 'cr']),
    delimiterEvidence: z.string(),
    lineEndEvidence: z.string(),
  }),
  header: z.object({ line: z.number(), evidence: z.string() }),
  decimal: z.object({ mark: z.enum(['point', 'comma']), evidence: z.string() }),
  dateOrders: z.array(
    z.object({ column: z.string(), order: z.enum(['ymd', 'mdy', 'dmy']).nullable(), evidence: z.string() }),
  ),
  rows: z.number(),
  columns: z.array(columnSchema),
  guessedEntity: z.enum(importEntities),
});

export const importViewSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  fileBytes: z.number(),
  kind: z.enum(['file', 'demo']),
  entity: z.enum(importEntities).nullable(),
  status: z.enum(importStatuses),
  rows: rowCounts,
  progress: z.object({ done: z.number(), total: z.number() }),
  isUndoing: z.boolean(),
  failureReason: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});

/** One import in full: the first thousand problems in the order of the file, the stored ones as CSV. */
export const importDetailSchema = importViewSchema.extend({
  options: importOptionsSchema.nullable(),
  sniffed: sniffedSchema.nullable(),
  report: reportSchema.nullable(),
  problems: z.array(problemSchema),
  problemCounts: z
    .object({ all: z.number(), stored: z.number() })
    .describe('All problems, and how many of them are kept to be listed: the first of the file.'),
  /** A mapping saved for files with this header. */
  savedMappings: z.array(z.object({ id: z.string(), name: z.string() })),
});

export const importListSchema = z.object({
  items: z.array(importViewSchema),
  nextCursor: z.string().nullable(),
});

export type ImportView = z.output<typeof importViewSchema>;
export type ImportDetail = z.output<typeof importDetailSchema>;
export type ImportReport = z.output<typeof reportSchema>;
export type SniffedView = z.output<typeof sniffedSchema>;
export type ProblemGroup = z.output<typeof problemGroupSchema>;
export type ImportQuestion = z.output<typeof questionSchema>;
export type SpellingRow = z.output<typeof spellingSchema>;
export type StageRow = z.output<typeof stageRowSchema>;

/** Fields that a column of a file may be given, for the mapping table. */
export const importFieldListSchema = z.object({
  entities: z.array(
    z.object({
      entity: z.enum(importEntities),
      label: z.string(),
      fields: z.array(
        z.object({ key: z.string(), label: z.string(), type: z.string(), isLink: z.boolean() }),
      ),
    }),
  ),
});
export type ImportFieldList = z.output<typeof importFieldListSchema>;
