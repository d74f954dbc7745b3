import { accountCases } from './account-cases.ts';
import type { Case } from './case.ts';
import { dataCases } from './data-cases.ts';
import { platformCases } from './platform-cases.ts';
import { publishCases } from './publish-cases.ts';
import { requestCases } from './request-cases.ts';
import { scenarioCases } from './scenario-cases.ts';
import { segmentCases } from './segment-cases.ts';
import { territoryCases } from './territory-cases.ts';
import { workCases } from './work-cases.ts';

/** How the permission test calls each operation; one entry for every handler. */
export const cases: Record<string, Case> = {
  ...segmentCases,
  ...territoryCases,
  ...publishCases,
  ...requestCases,
  ...scenarioCases,
  ...accountCases,
  ...workCases,
  ...dataCases,
  ...platformCases,
};
