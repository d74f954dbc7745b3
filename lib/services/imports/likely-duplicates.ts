import 'server-only';
import type { Store } from '#db/client.ts';
import { accountNames } from '#db/queries/imports/account-names.ts';
import { companyNameKey } from '#lib/imports/company-name.ts';
import type { ImportReport } from '#lib/imports/import-view.ts';

const SHOWN = 20;

/**
 * Accounts that a file would create although one with the same name but for its legal form is there already, or stands
 * above it in the file. A hint for people: records are never joined by it.
 */
export function likelyDuplicates(copy: Store, importId: number): ImportReport['likelyDuplicates'] {
  const known = new Map<string, string>();
  const samples: { name: string; other: string }[] = [];
  let rows = 0;
  for (const { name, isNew } of accountNames(copy.connection, importId)) {
    const key = companyNameKey(name);
    const other = known.get(key);
    if (other === undefined) known.set(key, name);
    else if (isNew === 1) {
      rows += 1;
      if (samples.length < SHOWN) samples.push({ name, other });
    }
  }
  return { rows, samples };
}
