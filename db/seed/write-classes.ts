import type { Connection } from '../client.ts';
import type { DemoAccount } from './account-type.ts';
import type { ClassHistory } from './class-history.ts';
import { sheet } from './sheet.ts';
import type { TermCell } from './term-cells.ts';

/** Writes the class of an account over time. */
export function classSheet(connection: Connection, term: TermCell) {
  const rows = sheet(connection, 'account_classes', ['account_id', 'term_id', 'from_at', 'to_at']);
  return (account: DemoAccount, { now, before, changedAt }: ClassHistory): void => {
    if (now === null) return;
    if (before !== null && changedAt !== null) {
      rows.add([account.id, term('account.class', before), account.createdAt, changedAt]);
    }
    rows.add([account.id, term('account.class', now), changedAt ?? account.createdAt, null]);
  };
}
