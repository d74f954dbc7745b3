import type { Connection } from '../client.ts';
import { sheet } from './sheet.ts';
import type { DemoNote, Showcase } from './showcase.ts';

/** Writes next steps and snoozes of one holder. */
export function writeShowcase(
  connection: Connection,
  repId: number,
  showcase: Showcase,
  createdAt: number,
): void {
  const steps = sheet(connection, 'next_steps', [
    'account_id',
    'contact_id',
    'rep_id',
    'due_on',
    'text',
    'created_at',
  ]);
  for (const { accountId, contactId, dueOn, text } of showcase.nextSteps) {
    steps.add([accountId, contactId, repId, dueOn, text, createdAt]);
  }
  const snoozes = sheet(connection, 'snoozes', ['account_id', 'rep_id', 'until_on', 'created_at']);
  for (const { accountId, untilOn } of showcase.snoozes) snoozes.add([accountId, repId, untilOn, createdAt]);
}

export function writeNotes(
  connection: Connection,
  notes: readonly DemoNote[],
  userIds: readonly number[],
): void {
  const rows = sheet(connection, 'notes', ['account_id', 'user_id', 'text', 'created_at', 'updated_at']);
  notes.forEach(({ accountId, text, createdAt }, at) => {
    rows.add([accountId, userIds[at % userIds.length] ?? null, text, createdAt, createdAt]);
  });
}
