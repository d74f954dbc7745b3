import type { Instrumentation } from 'next';

/** Called once when a server starts; requests wait for it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startServer } = await import('./instrumentation-node.ts');
  await startServer();
}

/** What broke while a page was drawn, with its stack and without the address that was asked for. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('#lib/log.ts');
  const { routePath, routeType } = context;
  log().error({ err: error, route: routePath, kind: routeType }, 'failed');
};
