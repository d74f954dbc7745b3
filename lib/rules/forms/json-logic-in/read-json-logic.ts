import type { Issue, Result } from '#lib/shared/errors.ts';
import type { Group, RootEntity, Rule } from '../../ast.ts';
import type { Catalog } from '../../catalog.ts';
import { withNewIds } from '../../edit/duplicate-rule.ts';
import type { CalendarSettings } from '../../resolved.ts';
import { truthOf } from './read-compare.ts';
import { readComparison } from './read-comparison.ts';
import { readIn, readQuantifier } from './read-list.ts';
import { counted, isRows, readRows } from './read-rows.ts';
import {
  condition,
  fault,
  group,
  grouped,
  namedField,
  operationOf,
  type Reading,
  varName,
} from './reading.ts';
import { allOf, negated } from './tidy.ts';

/** What JsonLogic takes for true: of a field that it holds something, of rows that there are some. */
function readTruth(node: unknown, path: string, reading: Reading): Rule | null {
  if (isRows(node, reading)) {
    const rows = readRows(node, path, reading, readNode);
    return rows && counted(rows, 'gte', 1, reading);
  }
  const name = varName(node);
  if (name === null) return readNode(node, path, reading);
  // Every account is in a family, so this asks whether a contact has an account.
  if (name === 'account' && reading.entity === 'contact') {
    return condition('account.family', 'notEmpty', reading);
  }
  const named = namedField(name, reading);
  return named
    ? truthOf(named, reading)
    : fault(reading, path, `There is no field "${name}" here.`, 'unknown_field');
}

function readNot(node: unknown, path: string, reading: Reading): Rule | null {
  const rule = readTruth(node, path, reading);
  return rule && negated(rule, reading);
}

/** `missing` lists the fields that hold nothing, and such a list is true when it lists any. */
function readMissing(args: readonly unknown[], least: number, path: string, reading: Reading): Rule | null {
  const keys = args.flat();
  const rules = keys.map((key, index) => {
    const named = typeof key === 'string' ? namedField(key, reading) : null;
    if (named) return condition(named.key, 'empty', reading);
    return fault(reading, `${path}/${index}`, `There is no field "${String(key)}" here.`, 'unknown_field');
  });
  if (!rules.every((rule) => rule !== null)) return null;
  if (least === rules.length) return grouped('any', rules, reading);
  if (least === 1) return grouped('all', rules, reading);
  return fault(
    reading,
    path,
    'Some of several fields are asked for here; a segment asks for one of them or for all.',
  );
}

/** `if` with conditions for answers: each branch with what leads there. */
function readIf(args: readonly unknown[], path: string, reading: Reading): Rule | null {
  const [test, then, ...rest] = args;
  if (args.length === 0) return group('any', [], reading);
  if (args.length === 1) return readTruth(test, `${path}/0`, reading);
  if (reading.isTest)
    return fault(reading, path, 'What an "if" asks cannot be an "if" itself; say it with "and" and "or".');
  const when = readTruth(test, `${path}/0`, { ...reading, isTest: true });
  const yes = readTruth(then, `${path}/1`, reading);
  const no = readIf(rest, path, reading);
  if (!when || !yes || !no) return null;
  return group('any', [allOf([when, yes], reading), allOf([negated(when, reading), no], reading)], reading);
}

function readOperation(name: string, args: unknown[], path: string, reading: Reading): Rule | null {
  switch (name) {
    case 'and':
    case 'or': {
      const rules = args.map((node, index) => readTruth(node, `${path}/${index}`, reading));
      if (!rules.every((rule) => rule !== null)) return null;
      return name === 'and' ? allOf(rules, reading) : grouped('any', rules, reading);
    }
    case '!':
      return readNot(args[0], `${path}/0`, reading);
    case '!!':
      return readTruth(args[0], `${path}/0`, reading);
    case 'if':
    case '?:':
      return readIf(args, path, reading);
    case 'var':
      if (varName({ var: args }) !== null) return readTruth({ var: args }, path, reading);
      return fault(reading, path, '"var" names a field here, without a value to stand in for a missing one.');
    case 'missing':
      return readMissing(args, args.flat().length, path, reading);
    case 'missing_some':
      return readMissing([args[1]], Number(args[0]), `${path}/1`, reading);
    case 'in':
      return readIn(args, path, reading);
    case 'some':
    case 'all':
    case 'none':
      return readQuantifier(name, args, path, reading, readNode);
    default:
      return readComparison(name, args, path, reading, readNode);
  }
}

function readNode(node: unknown, path: string, reading: Reading): Rule | null {
  if (typeof node === 'boolean') return group(node ? 'all' : 'any', [], reading);
  const operation = operationOf(node);
  if (!operation) return fault(reading, path, `This is no condition: ${JSON.stringify(node)?.slice(0, 60)}.`);
  const step = operation.name.replaceAll('~', '~0').replaceAll('/', '~1');
  return readOperation(operation.name, operation.args, `${path}/${step}`, reading);
}

/** Whether an object looks like a rule in JsonLogic: one operation and nothing else. */
export function isJsonLogic(input: unknown): boolean {
  return typeof input === 'boolean' || operationOf(input) !== null;
}

export type JsonLogicOptions = {
  catalog: Catalog;
  entity: RootEntity;
  newId: () => string;
  /** Epoch ms. */
  asOf: number;
  calendar: CalendarSettings;
};

/**
 * A rule in JsonLogic as the root of one of ours: what `toJsonLogic` writes, and what people write by hand over fields by
 * their keys. JsonLogic takes a missing number for 0 when it orders; where that lets records in, the rule read says so.
 * The parser still has to check it. Everything without a counterpart is named with its path, and then nothing is read.
 */
export function readJsonLogic(logic: unknown, options: JsonLogicOptions): Result<Group> {
  const issues: Issue[] = [];
  const reading: Reading = { ...options, issues };
  const root = readNode(logic, '', reading);
  if (!root || issues.length > 0) return { ok: false, error: issues };
  const made = root.kind === 'group' ? root : group('all', [root], reading);
  // Parts that stand in two branches were read once.
  return { ok: true, value: withNewIds(made, options.newId) as Group };
}
