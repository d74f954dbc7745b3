import type { ResultsInput } from './input.ts';

const lists = new Set(['compare', 'groupBy']);
const words = new Set(['membership', 'from', 'to', 'by', 'asOf', 'cycle']);

/**
 * What a query string asks of results: the named parameters, and every other one as a filter on the dimension it
 * names (`owner=rep_1`, `account.industry=Retail`, an empty value = none). Lists repeat or use commas in `compare`.
 */
export function resultsInputOf(
  searchParams: URLSearchParams,
  notFilters: readonly string[] = [],
): ResultsInput & { groupBy: string[] } {
  const input: Record<string, unknown> = {};
  const filters: Record<string, string[]> = {};
  for (const name of new Set(searchParams.keys())) {
    if (notFilters.includes(name)) continue;
    const values = searchParams.getAll(name);
    if (words.has(name)) input[name] = values.at(-1);
    else if (!lists.has(name)) filters[name] = values;
  }
  const compare = searchParams.getAll('compare').flatMap((value) => value.split(','));
  const chosen = compare.filter((id) => id !== '');
  return {
    ...input,
    ...(chosen.length > 0 ? { compare: chosen } : {}),
    filters,
    groupBy: searchParams.getAll('groupBy').filter((key) => key !== ''),
  };
}
