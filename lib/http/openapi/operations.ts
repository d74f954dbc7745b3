import { accountOperations } from './account-operations.ts';
import { dataOperations } from './data-operations.ts';
import type { Operation } from './operation.ts';
import { peopleOperations } from './people-operations.ts';
import { platformOperations } from './platform-operations.ts';
import { proposalOperations } from './proposal-operations.ts';
import { publishOperations } from './publish-operations.ts';
import { requestOperations } from './request-operations.ts';
import { scenarioOperations } from './scenario-operations.ts';
import { segmentManyOperations } from './segment-many-operations.ts';
import { segmentOperations } from './segment-operations.ts';
import { territoryOperations } from './territory-operations.ts';
import { tierOperations } from './tier-operations.ts';
import { workOperations } from './work-operations.ts';

/** Every call of the public API. A test compares them with the handlers under app/api/v1. */
export const operations: readonly Operation[] = [
  ...segmentOperations,
  ...segmentManyOperations,
  ...tierOperations,
  ...territoryOperations,
  ...scenarioOperations,
  ...proposalOperations,
  ...publishOperations,
  ...requestOperations,
  ...accountOperations,
  ...workOperations,
  ...dataOperations,
  ...platformOperations,
  ...peopleOperations,
];
