/** To the worker: look into the imports table now, or take nothing more. */
export type ToWorker = { type: 'wake' } | { type: 'stop' };

/** From the worker: something failed that nobody expected. */
export type FromWorker = { type: 'failed'; importId: number; message: string; stack: string };
