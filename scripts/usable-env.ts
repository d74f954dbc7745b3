import { type Env, readEnv } from '#lib/env.ts';

/** The environment, or an end with code 1 and a sentence that names what is faulty. */
export function usableEnv(source: Record<string, string | undefined> = process.env): Env {
  try {
    return readEnv(source);
  } catch (error) {
    console.error(`Tessera cannot start. ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}
