import type { Store } from '#db/client.ts';

/** Says that rows of a kind were written, as every write of the product does: readers in other threads live by it. */
export function noteBulk({ connection }: Store, entity: string, now: number): void {
  connection
    .prepare("INSERT INTO change_log (entity, record_id, op, at) VALUES (?, NULL, 'bulk', ?)")
    .run(entity, now);
}
