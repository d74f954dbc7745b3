import { isNamed, nameValues } from '#db/queries/preview/field-values.ts';
import { countCodesOf, countTexts } from '#db/queries/preview/value-counts.ts';
import { compareLabels, foldText } from '#lib/shared/text.ts';
import type { Evaluator, ValueCount } from '../contract.ts';
import { fieldKey, presentMoment } from './question.ts';
import { labelOfValue, rulesContext, type Session } from './session.ts';

export type ValuesRequest = Parameters<Evaluator['values']>[0];

function foldedTypes({ types }: ValuesRequest): string[] | undefined {
  return types && [...types].map(foldText).sort();
}

/** Every value of a field with its count, commonest first. */
function allValues(session: Session, key: string, request: ValuesRequest, now: number): ValueCount[] {
  const { scope } = request;
  const types = foldedTypes(request);
  const { catalog, columns } = rulesContext(session);
  const column = columns.field(key);
  const isTimed = column.store === 'side' && column.isInterval;
  const cacheKey = `values ${key} ${JSON.stringify([scope, types])} ${isTimed ? Math.floor(now / 60_000) : ''}`;
  return session.cache.get(cacheKey, [key.slice(0, key.indexOf('.')), 'account'], () => {
    const counts = countCodesOf(session.connection, key, {
      catalog,
      columns,
      moment: presentMoment(now),
      scope,
      types,
    });
    const names = nameValues(session.connection, column, [...counts.keys()]);
    const labelOf = labelOfValue(session, key);
    return [...counts]
      .flatMap(([code, count]) => {
        const name = names.get(code);
        return name ? [{ value: name.value, label: labelOf(name), count }] : [];
      })
      .sort((a, b) => b.count - a.count || compareLabels(a.label, b.label));
  });
}

/** What a person may type for a value: how it reads or how it is stored. */
function textsOf({ value, label }: ValueCount): string[] {
  return [foldText(label), foldText(value)];
}

/** The values of a field that match what was typed, with how many records hold each. Those that begin with it first. */
export function answerValues(session: Session, request: ValuesRequest, now: number): ValueCount[] {
  const { catalog, columns } = rulesContext(session);
  const key = fieldKey(session, request.entity, request.field);
  const folded = foldText(request.search);
  const among = request.among && new Set(request.among.map(foldText));
  if (!isNamed(columns.field(key))) {
    const place = {
      ...{ catalog, columns, moment: presentMoment(now), scope: request.scope },
      types: foldedTypes(request),
    };
    return countTexts(session.connection, key, place, {
      folded,
      limit: request.limit,
      ...(among ? { among: [...among, ...(request.among ?? [])] } : {}),
    });
  }
  const found = allValues(session, key, request, now).filter((one) =>
    textsOf(one).some((text) => (among ? among.has(text) : text.includes(folded))),
  );
  if (folded === '') return found.slice(0, request.limit);
  const starts = (one: ValueCount) => textsOf(one).some((text) => text.startsWith(folded));
  return [...found.filter(starts), ...found.filter((one) => !starts(one))].slice(0, request.limit);
}
