import type { Actor } from './actor.ts';

/** First argument of every verb: who acts, when, and where ids and chance come from. Made once per request, job or message. */
export type Context = {
  actor: Actor;
  /** Epoch ms. */
  now: number;
  /** A fresh opaque id (rule nodes, request ids). */
  newId: () => string;
  /** [0, 1). */
  random: () => number;
};
