import type { Operation } from './operation.ts';
import { peopleOperations } from './people-operations.ts';
import { platformOperations } from './platform-operations.ts';

/** Every call of the public API. A test compares them with the handlers under app/api/v1. */
export const operations: readonly Operation[] = [...platformOperations, ...peopleOperations];
