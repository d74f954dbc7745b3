import { contactCases } from './cases/contact-cases.ts';
import { dateCases } from './cases/date-cases.ts';
import { familyCases } from './cases/family-cases.ts';
import { groupCases } from './cases/group-cases.ts';
import { listCases } from './cases/list-cases.ts';
import { numberCases } from './cases/number-cases.ts';
import { pastCases } from './cases/past-cases.ts';
import { relatedCases } from './cases/related-cases.ts';
import { segmentCases } from './cases/segment-cases.ts';
import type { SemanticCase } from './cases/semantic-case.ts';
import { textCases } from './cases/text-cases.ts';

/** What rules mean, as data. Every evaluator is run through all of them. */
export const semanticCases: readonly SemanticCase[] = [
  ...textCases,
  ...numberCases,
  ...dateCases,
  ...listCases,
  ...groupCases,
  ...relatedCases,
  ...familyCases,
  ...contactCases,
  ...segmentCases,
  ...pastCases,
];
