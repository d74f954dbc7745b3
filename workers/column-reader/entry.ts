import { parentPort, workerData } from 'node:worker_threads';
import { openConnection } from '#db/connection.ts';
import { readClaimed } from '#db/index-loader/load-core.ts';
import { lastChange } from '#db/queries/preview/data-version.ts';
import { workBehindOthers } from '../behind-others.ts';
import type { FromReader, ReaderThread, ToReader } from './protocol.ts';

const { databasePath } = workerData as ReaderThread;
const connection = openConnection(databasePath, { readonly: true, busyMs: 5_000 });
const answer = (message: FromReader) => parentPort?.postMessage(message);

workBehindOthers();

parentPort?.on('message', (asked: ToReader) => {
  if (asked === 'stand') {
    if (connection.inTransaction) connection.exec('COMMIT');
    connection.exec('BEGIN');
    // A transaction sees the state that its first statement finds.
    lastChange(connection);
    answer('standing');
    return;
  }
  const { plans, now, claims } = asked;
  const tables = readClaimed(connection, plans, now, claims);
  connection.close();
  answer({ tables });
  parentPort?.close();
});
