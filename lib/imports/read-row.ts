import { isCountryCode } from '#lib/shared/countries.ts';
import { normaliseState } from '#lib/shared/states.ts';
import { presentText } from '#lib/shared/text.ts';
import { identityOf } from './identity.ts';
import {
  inWorkspaceCurrency,
  isProblem,
  type ReadResult,
  type ReadSettings,
  type Value,
} from './read-value.ts';
import type { RowPlan, Target } from './row-plan.ts';

export type RowProblem = {
  line: number;
  column: string | null;
  value: string | null;
  code: string;
  message: string;
  rowRejected: boolean;
};

/** `values` follow the plan's targets: undefined = leave as it is, null = clear. */
export type ReadRow = {
  line: number;
  values: (Value | null | undefined)[];
  /** What the row calls its account, as typed. */
  account: string | null;
  problems: RowProblem[];
  rejected: boolean;
  /** What rows were put in order by, where they were. */
  place?: number | undefined;
};

export type RowReader = (cells: readonly string[], line: number) => ReadRow;

const MAX_REMEMBERED = 10_000;
const MIN_DISTINCT = 1_000;

/** A long cell is a slice that would keep its whole chunk alive while it is remembered. */
function detached(text: string): string {
  return text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string);
}

/** Remembers what cells were read as, until a column turns out to hardly repeat: then remembering costs more than reading. */
function remembering(read: (text: string) => ReadResult): (text: string) => ReadResult {
  let known: Map<string, ReadResult> | null = new Map();
  let asked = 0;
  return (text) => {
    if (known === null) return read(text);
    asked += 1;
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= MIN_DISTINCT && known.size > asked / 2) {
      known = null;
      return read(text);
    }
    if (known.size >= MAX_REMEMBERED) {
      known = new Map();
      asked = 0;
    }
    const own = detached(text);
    const result = read(own);
    known.set(own, result);
    return result;
  };
}

function repeats(target: Target): boolean {
  return target.field.type !== 'text' || target.field.form !== 'plain';
}

/**
 * Reads rows by a plan. An unreadable value is left out and listed, or rejects its row (`onBadValue`);
 * a row without what identifies its record is always rejected.
 */
export function createRowReader(
  plan: RowPlan,
  settings: Pick<ReadSettings, 'currency' | 'currencyRates'>,
): RowReader {
  const { targets, options, accountLink } = plan;
  const readers = targets.map((target) =>
    target.sources.map((source) => (repeats(target) ? remembering(source.read) : source.read)),
  );
  const rejectsBadValues = options.onBadValue === 'rejectRow';
  const at = (key: string) => targets.findIndex((target) => target.field.key === key);
  const [stateAt, countryAt, currencyAt] = [at('state'), at('country'), at('currency')];
  const moneyAt = targets.flatMap((target, index) => (target.field.type === 'money' ? [index] : []));
  const identity = identityOf[options.entity].groups.map((group) =>
    targets.flatMap((target, index) =>
      group.includes(target.field.key.split('.')[0] as string) ? [index] : [],
    ),
  );
  const rememberState = remembering((both) => {
    const [text = '', country = ''] = both.split('\n');
    return normaliseState(text, isCountryCode(country) ? country : null) ?? text;
  });
  const accountEmpty = new Set(accountLink?.mapping.empty ?? []);
  const accountValues = new Map(Object.entries(accountLink?.mapping.values ?? {}));

  function readAccount(cells: readonly string[]): string | null {
    if (!accountLink) return null;
    const cell = (cells[accountLink.index] ?? '').trim();
    if (accountEmpty.has(cell)) return null;
    const replaced = accountValues.get(cell);
    return replaced === null ? null : presentText(replaced ?? cell);
  }

  return (cells, line) => {
    const row: ReadRow = {
      line,
      values: new Array(targets.length),
      account: readAccount(cells),
      problems: [],
      rejected: false,
    };

    function report(
      column: string | null,
      value: string | null,
      code: string,
      message: string,
      rejects: boolean,
    ) {
      row.problems.push({ line, column, value, code, message, rowRejected: rejects });
      row.rejected ||= rejects;
    }

    if (
      cells.length > plan.columns.length &&
      cells.slice(plan.columns.length).some((cell) => cell.trim() !== '')
    ) {
      const message = `This row has ${cells.length} cells, the header ${plan.columns.length}; its values may stand in the wrong columns.`;
      report(null, null, 'too_many_cells', message, true);
    }

    for (let index = 0; index < targets.length; index += 1) {
      const target = targets[index] as Target;
      const ownReaders = readers[index] as ((text: string) => ReadResult)[];
      let value: Value | null | undefined = target.constant ?? undefined;
      let sawEmpty = false;
      for (let from = 0; from < ownReaders.length; from += 1) {
        const source = target.sources[from] as Target['sources'][number];
        const cell = cells[source.index] ?? '';
        const result = (ownReaders[from] as (text: string) => ReadResult)(cell);
        if (result === null) sawEmpty = true;
        else if (isProblem(result))
          report(source.column, cell.trim(), result.code, result.message, rejectsBadValues);
        else value = from === 0 || value === undefined ? result : joinValues(value, result);
      }
      if (value === undefined && sawEmpty && target.clearsWhenEmpty) value = null;
      row.values[index] = value;
    }

    if (stateAt !== -1) {
      const state = row.values[stateAt];
      const country = countryAt === -1 ? '' : (row.values[countryAt] ?? '');
      if (typeof state === 'string') row.values[stateAt] = rememberState(`${state}\n${country}`) as string;
    }
    const currency = currencyAt === -1 ? undefined : row.values[currencyAt];
    if (typeof currency === 'string') {
      for (const index of moneyAt) {
        const amount = row.values[index];
        if (typeof amount !== 'number') continue;
        const converted = inWorkspaceCurrency(amount, currency.toUpperCase(), settings);
        if (typeof converted === 'number') row.values[index] = converted;
        else {
          row.values[index] = undefined;
          report(
            targets[index]?.sources[0]?.column ?? null,
            String(amount),
            converted.code,
            converted.message,
            rejectsBadValues,
          );
        }
      }
    }
    const hasIdentity = identity.every((group) =>
      group.some((index) => row.values[index] !== undefined && row.values[index] !== null),
    );
    if (!hasIdentity) report(null, null, 'no_identity', identityOf[options.entity].sentence, true);
    return row;
  };
}

function joinValues(a: Value | null, b: Value): Value {
  if (Array.isArray(a) && Array.isArray(b)) return [...new Set([...a, ...b])];
  return a === null ? b : `${String(a)} ${String(b)}`;
}
