import 'server-only';
import type { Connection } from '#db/client.ts';
import type { DealRow } from '#db/queries/results/deal-facts.ts';
import { type PublicValue, publicValues } from '#db/queries/results/key-values.ts';
import { stageFacts } from '#db/queries/results/stage-facts.ts';
import type { TouchRow } from '#db/queries/results/touch-facts.ts';
import {
  allFigures,
  type FigureOptions,
  type Figures,
  figuresOf,
  type GroupMeaning,
} from '#lib/metrics/figures.ts';
import { type FactGroup, groupFacts, type KeyValue, keyText } from '#lib/metrics/group-facts.ts';
import type { ResultGroup, Results } from '#lib/metrics/results.ts';
import { compareGroups } from './group-order.ts';
import { groupValues } from './group-values.ts';
import { countBeforePublish, leftOutOf } from './left-out.ts';
import { type LoadedFacts, loadFacts } from './load-facts.ts';
import type { ResultsQuestion, ResultsView } from './question.ts';

/** Answers every view of a question from one reading of the facts. Runs where the connection is: worker or thread. */
export function answerResults(connection: Connection, question: ResultsQuestion): Results[] {
  const facts = loadFacts(connection, question);
  const stages = stageFacts(connection);
  const totals = memo((options: FigureOptions, meaning: GroupMeaning) =>
    figuresOf(facts.deals, facts.touches, options, meaning),
  );
  return question.views.map((view) => {
    const options: FigureOptions = {
      period: question.period,
      by: view.by,
      cycle: question.cycle,
      stages,
    };
    const values = groupValues(facts, question, view);
    const meaning = meaningOf(facts, view);
    const deals = groupFacts(facts.deals.filter(values.isRelevant), values.ofDeal);
    const touches = meaning.touches
      ? groupFacts(facts.touches, values.ofTouch)
      : new Map<string, FactGroup<TouchRow>>();
    const total = totals(options, totalMeaning(view, meaning));
    const leftOut = leftOutOf(facts, question, view);
    const segmentPlace = view.groupBy.indexOf('segment');
    const keys = new Map(
      view.groupBy.length === 0 ? [] : [...deals, ...touches].map(([text, group]) => [text, group.key]),
    );
    const named = nameKeys(connection, facts, view, [...keys.values()]);
    const groups = [...keys.values()].map((key): ResultGroup => {
      const text = keyText(key);
      const dealsOf: DealRow[] = deals.get(text)?.facts ?? [];
      return {
        key: Object.fromEntries(view.groupBy.map((name, index) => [name, named(index, key).value])),
        labels: Object.fromEntries(view.groupBy.map((name, index) => [name, named(index, key).label])),
        ...figuresOf(dealsOf, touches.get(text)?.facts ?? [], options, meaning),
        leftOutBeforePublish: countBeforePublish(facts, question, view, key[segmentPlace] ?? null),
      };
    });
    return { total, groups: groups.sort(compareGroups(view.groupBy, stages)), leftOut };
  });
}

/** Views that ask the same total share it. */
function memo(work: (options: FigureOptions, meaning: GroupMeaning) => Figures): typeof work {
  const known = new Map<string, Figures>();
  return (options, meaning) => {
    const key = `${options.by} ${JSON.stringify(meaning)}`;
    const total = known.get(key) ?? work(options, meaning);
    known.set(key, total);
    return total;
  };
}

/** Which figures mean something for a way of grouping: a month of closing has no open deals, a stage no win rate. */
function meaningOf(facts: LoadedFacts, view: ResultsView): GroupMeaning {
  const isMonth = view.groupBy.includes('month');
  const isStage = view.groupBy.includes('stage');
  const isMonthOfClose = isMonth && view.by === 'closed';
  return {
    open: !isMonthOfClose,
    created: !isMonthOfClose,
    rates: !isStage,
    flow: !isMonth && !isStage,
    touches:
      view.hasTouches !== false &&
      view.groupBy.every((key) => facts.dimensions.get(key)?.dimension.isDealOnly === false),
  };
}

function totalMeaning(view: ResultsView, meaning: GroupMeaning): GroupMeaning {
  return { ...allFigures, touches: meaning.touches };
}

function nameKeys(
  connection: Connection,
  facts: LoadedFacts,
  view: ResultsView,
  keys: readonly KeyValue[][],
): (index: number, key: readonly KeyValue[]) => PublicValue {
  const names = view.groupBy.map((name, index) => {
    const dimension = facts.dimensions.get(name)?.dimension;
    const values = [...new Set(keys.map((key) => key[index] ?? null))];
    return dimension ? publicValues(connection, dimension, values) : new Map<KeyValue, PublicValue>();
  });
  return (index, key) => names[index]?.get(key[index] ?? null) ?? { value: null, label: null };
}
