/** What a thread of the evaluator is started with. */
export type EvaluatorThread = {
  /** Absolute: inside a bundle nothing can be found by the file's own place. */
  databasePath: string;
  lane: Lane;
};

/** `interactive` holds the columns and answers what a person waits for; `heavy` lists of members without columns. */
export type Lane = 'interactive' | 'heavy';
