import type { Case } from './case.ts';
import { platformCases } from './platform-cases.ts';

/** How the permission test calls each operation; one entry for every handler. */
export const cases: Record<string, Case> = { ...platformCases };
