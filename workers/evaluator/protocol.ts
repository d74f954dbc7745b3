/** What a thread of the evaluator is started with. */
export type EvaluatorThread = {
  /** Absolute: inside a bundle nothing can be found by the file's own place. */
  databasePath: string;
  lane: Lane;
};

/** `interactive` answers what a person waits for; `heavy` lists of members and overlaps. */
export type Lane = 'interactive' | 'heavy';
