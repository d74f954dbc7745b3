import { z } from 'zod';
import { importEntities } from '#lib/imports/import-fields.ts';
import { importDetailSchema, importFieldListSchema, importListSchema } from '#lib/imports/import-view.ts';
import { importOptionsSchema } from '#lib/imports/options.ts';
import { opportunityListSchema } from '#lib/services/opportunities/list.ts';
import { resultsQuerySchema } from '#lib/services/results/input.ts';
import { recordsInputSchema } from '#lib/services/results/records-input.ts';
import { listOf } from './list-of.ts';
import { fileQuery, type Operation } from './operation.ts';

const loose = z.looseObject({});
const idShape = z.object({ id: z.string() });
const page = z.object({
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().optional(),
});

/** Imports, deals and results. */
export const dataOperations: Operation[] = [
  {
    method: 'GET',
    path: '/imports',
    tag: 'Imports',
    summary: 'Imports, newest first',
    needs: 'imports.reps',
    query: page,
    answer: importListSchema,
  },
  {
    method: 'POST',
    path: '/imports',
    tag: 'Imports',
    summary: 'Upload a file and check it',
    needs: 'imports.reps',
    parts: { file: 'The file, first.', options: 'How to read it, as JSON.' },
    answer: idShape,
    status: 202,
  },
  {
    method: 'GET',
    path: '/imports/{id}',
    tag: 'Imports',
    summary: 'How far an import is, and its report',
    needs: 'imports.reps',
    answer: importDetailSchema,
  },
  {
    method: 'PUT',
    path: '/imports/{id}',
    tag: 'Imports',
    summary: 'Check it again with other options',
    needs: 'imports.reps',
    body: importOptionsSchema,
    answer: idShape,
    status: 202,
  },
  {
    method: 'POST',
    path: '/imports/{id}/apply',
    tag: 'Imports',
    summary: 'Apply a checked import',
    needs: 'imports.reps',
    answer: idShape,
    status: 202,
  },
  {
    method: 'POST',
    path: '/imports/{id}/cancel',
    tag: 'Imports',
    summary: 'Stop an import',
    needs: 'imports.reps',
    answer: idShape,
    status: 202,
  },
  {
    method: 'POST',
    path: '/imports/{id}/undo',
    tag: 'Imports',
    summary: 'Take an import back',
    needs: 'imports.reps',
    answer: idShape,
    status: 202,
  },
  {
    method: 'GET',
    path: '/imports/{id}/guess',
    tag: 'Imports',
    summary: 'A mapping guessed for a kind of record',
    needs: 'imports.reps',
    query: z.object({ entity: z.enum(importEntities) }),
    answer: loose,
  },
  {
    method: 'GET',
    path: '/imports/{id}/problems',
    tag: 'Imports',
    summary: 'The rows with problems as they stood in the file',
    needs: 'imports.reps',
    query: fileQuery,
    file: 'only',
  },
  {
    method: 'GET',
    path: '/imports/fields',
    tag: 'Imports',
    summary: 'Fields that a column can feed',
    needs: 'imports.reps',
    answer: importFieldListSchema,
  },
  {
    method: 'GET',
    path: '/imports/mappings',
    tag: 'Imports',
    summary: 'Saved mappings',
    needs: 'imports.reps',
    answer: loose,
  },
  {
    method: 'POST',
    path: '/imports/mappings',
    tag: 'Imports',
    summary: 'Save a mapping',
    needs: 'imports.reps',
    body: z.object({ name: z.string(), options: importOptionsSchema }),
    answer: loose,
    status: 201,
  },
  {
    method: 'GET',
    path: '/imports/mappings/{id}',
    tag: 'Imports',
    summary: 'One saved mapping',
    needs: 'imports.reps',
    answer: loose,
  },
  {
    method: 'GET',
    path: '/opportunities',
    tag: 'Records',
    summary: 'Deals',
    needs: 'accounts.read',
    query: opportunityListSchema,
    answer: listOf(loose),
  },
  {
    method: 'GET',
    path: '/results',
    tag: 'Results',
    summary: 'Figures by the dimensions named in groupBy',
    needs: 'results.read',
    query: resultsQuerySchema,
    answer: loose,
    file: 'also',
  },
  {
    method: 'GET',
    path: '/results/records',
    tag: 'Results',
    summary: 'The records behind a figure',
    needs: 'results.read',
    query: resultsQuerySchema.extend(recordsInputSchema.shape),
    answer: loose,
    file: 'also',
  },
  {
    method: 'GET',
    path: '/results/quota',
    tag: 'Results',
    summary: 'Pipeline and won against quota',
    needs: 'results.read',
    query: resultsQuerySchema,
    answer: loose,
  },
];
