import 'server-only';
import { notFound } from 'next/navigation';
import { isAppError } from '#lib/shared/errors.ts';

/** Runs a page's verb; what it cannot find is the 404 page, every other error stays one. */
export async function orNotFound<T>(run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') notFound();
    throw error;
  }
}
