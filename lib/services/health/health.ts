import 'server-only';
import { store } from '#db/client.ts';
import { healthFigures } from '#db/queries/health/figures.ts';
import { isEvaluatorReady } from '#lib/evaluator/choose.ts';
import { appError } from '#lib/shared/errors.ts';
import type { Health } from '#lib/shared/health-shapes.ts';
import packageJson from '../../../package.json' with { type: 'json' };

/** Whether the database answers; throws `unavailable` when it does not. Needs nobody signed in and tells no names. */
export function health(): Health {
  try {
    const engine = { ...healthFigures(store().connection), isReady: isEvaluatorReady() };
    return { status: 'ok', version: packageJson.version, database: 'ok', engine };
  } catch {
    throw appError('unavailable', 'The database does not answer.');
  }
}
