import { isNamed, nameValues } from '#db/queries/preview/field-values.ts';
import { countCodesOf, countTexts } from '#db/queries/preview/value-counts.ts';
import { compareLabels, foldText } from '#lib/shared/text.ts';
import type { Evaluator, ValueCount } from '../contract.ts';
import { fieldKey, presentMoment } from './question.ts';
import { rulesContext, type Session } from './session.ts';

export type ValuesRequest = Parameters<Evaluator['values']>[0];

/** Every value of a field with its count, commonest first. */
function allValues(session: Session, key: string, { scope }: ValuesRequest, now: number): ValueCount[] {
  const { catalog, columns } = rulesContext(session);
  const column = columns.field(key);
  const isTimed = column.store === 'side' && column.isInterval;
  const cacheKey = `values ${key} ${JSON.stringify(scope)} ${isTimed ? Math.floor(now / 60_000) : ''}`;
  return session.cache.get(cacheKey, [key.slice(0, key.indexOf('.')), 'account'], () => {
    const counts = countCodesOf(session.connection, key, {
      catalog,
      columns,
      moment: presentMoment(now),
      scope,
    });
    const names = nameValues(session.connection, column, [...counts.keys()]);
    return [...counts]
      .flatMap(([code, count]) => {
        const name = names.get(code);
        return name ? [{ ...name, count }] : [];
      })
      .sort((a, b) => b.count - a.count || compareLabels(a.label, b.label));
  });
}

/** The values of a field that match what was typed, with how many records hold each. Those that begin with it first. */
export function answerValues(session: Session, request: ValuesRequest, now: number): ValueCount[] {
  const { catalog, columns } = rulesContext(session);
  const key = fieldKey(session, request.entity, request.field);
  const folded = foldText(request.search);
  if (!isNamed(columns.field(key))) {
    const place = { catalog, columns, moment: presentMoment(now), scope: request.scope };
    return countTexts(session.connection, key, place, { folded, limit: request.limit });
  }
  const found = allValues(session, key, request, now).filter(({ label }) => foldText(label).includes(folded));
  const starts = (label: string) => folded !== '' && foldText(label).startsWith(folded);
  const first = found.filter(({ label }) => starts(label));
  const rest = found.filter(({ label }) => !starts(label));
  return [...first, ...rest].slice(0, request.limit);
}
