import type { Rule } from '../../ast.ts';
import type { Field } from '../../catalog.ts';
import { isLogicList } from '../json-logic-record.ts';
import { asNumber } from './read-compare.ts';
import { counted, narrowed, readChange, readRows } from './read-rows.ts';
import { condition, fault, grouped, namedField, operationOf, type Reading, varName } from './reading.ts';
import { allOf, negated } from './tidy.ts';

type ReadNode = (node: unknown, path: string, reading: Reading) => Rule | null;
type Named = { key: string; field: Field };

function fieldOf(node: unknown, reading: Reading): Named | null {
  const name = varName(node);
  return name === null ? null : namedField(name, reading);
}

/** A field among listed values. */
function isOneOf(
  { key, field }: Named,
  values: readonly unknown[],
  path: string,
  reading: Reading,
): Rule | null {
  if (field.type === 'number' || field.type === 'money') {
    const numbers = values.map(asNumber);
    if (!numbers.every((number) => number !== null)) {
      return fault(reading, path, `"${field.label}" is a number, and not all of these are.`);
    }
    return grouped(
      'any',
      numbers.map((number) => condition(key, 'eq', reading, number)),
      reading,
    );
  }
  const texts = values.filter((value) => typeof value === 'string' || typeof value === 'number').map(String);
  const takesTexts = ['text', 'category', 'ref', 'tags'].includes(field.type);
  if (!takesTexts || texts.length !== values.length) {
    return fault(reading, path, `"${field.label}" is not asked for a list like this one.`);
  }
  if (texts.length === 0) return grouped('any', [], reading);
  return condition(key, field.type === 'tags' ? 'hasAny' : 'in', reading, texts);
}

/** `in`: a field among values, a text within a field's text, or a value among those that a list field holds. */
export function readIn(args: readonly unknown[], path: string, reading: Reading): Rule | null {
  const [needle, haystack] = args;
  if (Array.isArray(haystack)) {
    const named = fieldOf(needle, reading);
    if (!named) return fault(reading, `${path}/0`, 'There is no such field here.', 'unknown_field');
    if (named.field.type === 'tags') {
      return fault(reading, `${path}/0`, `"${named.field.label}" is a list: ask with "some" what it holds.`);
    }
    return isOneOf(named, haystack, `${path}/1`, reading);
  }
  const named = fieldOf(haystack, reading);
  if (!named) return fault(reading, `${path}/1`, 'There is no such field here.', 'unknown_field');
  if (typeof needle !== 'string' || needle === '') {
    return fault(
      reading,
      `${path}/0`,
      `What "${named.field.label}" contains is a text (got ${JSON.stringify(needle)}).`,
    );
  }
  if (isLogicList(named.field)) return isOneOf(named, [needle], `${path}/0`, reading);
  return condition(named.key, 'contains', reading, needle);
}

/** What an item of a list field is asked: whether it is one of these. Null for anything else. */
function listedItems(test: unknown): unknown[] | null {
  const operation = operationOf(test);
  if (!operation) return null;
  const [first, second] = operation.args;
  if (varName(first) !== '') return null;
  if (operation.name === 'in' && Array.isArray(second)) return second;
  return ['==', '==='].includes(operation.name) && typeof second === 'string' ? [second] : null;
}

function readItems(name: string, named: Named, test: unknown, path: string, reading: Reading): Rule | null {
  const items = listedItems(test);
  if (!items || name === 'all') {
    const message = `"${named.field.label}" can be asked whether some or none of its values are these, and nothing else.`;
    return fault(reading, path, message);
  }
  const rule = isOneOf(named, items, `${path}/1`, reading);
  return rule && name === 'none' ? negated(rule, reading) : rule;
}

/** `some`, `all`, `none` over a list field, a segment's intervals, or related rows. */
export function readQuantifier(
  name: 'some' | 'all' | 'none',
  args: readonly unknown[],
  path: string,
  reading: Reading,
  read: ReadNode,
): Rule | null {
  const [list, test] = args;
  const listName = varName(list);
  const named = listName === null ? null : namedField(listName, reading);
  if (named && isLogicList(named.field)) return readItems(name, named, test, path, reading);
  if (listName !== null && /(^|\.)memberships\./.test(listName)) {
    const change = readChange(listName, test, path, reading);
    if (!change || name === 'some') return change;
    if (name === 'none') return grouped('none', [change], reading);
    return fault(reading, path, 'Intervals of membership are asked for with "some" or "none".');
  }
  const rows = readRows(list, `${path}/0`, reading, read);
  if (!rows) return null;
  const passing = narrowed(rows, test, `${path}/1`, reading, read);
  if (!passing) return null;
  if (name !== 'all')
    return counted(passing, name === 'some' ? 'gte' : 'eq', name === 'some' ? 1 : 0, reading);
  // Of no rows at all JsonLogic says that not all pass.
  const others = narrowed(rows, { '!': [test] }, `${path}/1`, { ...reading, issues: [] }, read);
  return others && allOf([counted(rows, 'gte', 1, reading), counted(others, 'eq', 0, reading)], reading);
}
