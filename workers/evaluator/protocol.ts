/** What a thread of the evaluator is started with. */
export type EvaluatorThread = {
  /** Absolute: inside a bundle nothing can be found by the file's own place. */
  databasePath: string;
  lane: Lane;
  /** One place: 1 once all columns have been read. Shared, so that looking costs nobody a question. */
  ready: Int32Array;
};

/** `interactive` holds the columns and answers what a person waits for; `heavy` lists of members without columns. */
export type Lane = 'interactive' | 'heavy';
