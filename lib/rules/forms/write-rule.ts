import { unreachable, type Issue } from '#lib/shared/errors.ts';
import type { RuleForm } from '#lib/shared/rule-form-shapes.ts';
import type { SegmentDefinition } from '../ast.ts';
import type { Catalog } from '../catalog.ts';
import { type DescribeContext, describeDefinition } from '../describe.ts';
import { pointerStep } from '../parse/limits.ts';
import type { CalendarSettings, ResolvedDefinition, ResolvedRule } from '../resolved.ts';
import { toRelational } from '../to-relational.ts';
import { toJsonLogic } from './json-logic.ts';
import { printSoql, spellingsOf } from './soql/print-soql.ts';
import { printSql } from './sql/print-sql.ts';

export type WrittenRule = { text: string | null; issues: Issue[]; notes: string[] };

type Source = {
  definition: SegmentDefinition;
  /** The same, resolved for now. */
  resolved: ResolvedDefinition;
  name: string | null;
  catalog: Catalog;
  calendar: CalendarSettings;
  /** ISO 4217. */
  currency: string;
};

const schemaNote =
  "It asks the tables of Tessera's logical schema: give yours these names, or lay views over them.";
const foldedNote =
  'SQLite knows upper case of plain Latin letters only, so each text column x has its folded form beside it as x_folded.';
const logicNote =
  'Ask it of records as Tessera makes them: texts folded to upper case, dates as ISO text, null for what is missing.';
const codesNote =
  'Countries and states are asked by code, so State and Country/Territory Picklists have to be on.';

function whole(text: string, notes: string[] = []): WrittenRule {
  return { text, issues: [], notes };
}

/** Texts that no database takes: they hold the character 0. */
function unwritable(value: unknown, path = ''): Issue[] {
  if (typeof value === 'string') {
    const message = 'This text holds a character (0) that cannot be written into SQL.';
    return value.includes('\0') ? [{ path, code: 'not_expressible', message }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => unwritable(inner, `${path}${pointerStep(key)}`));
}

/** Pins are facts of this workspace: a record that another tool asks of does not carry them. */
function pinIssues(rule: ResolvedRule, path: string, catalog: Catalog): Issue[] {
  if (rule.kind === 'group')
    return rule.rules.flatMap((part, index) => pinIssues(part, `${path}/rules/${index}`, catalog));
  if (rule.kind !== 'segment' || !rule.rule || pinsIn(rule.rule) === 0) return [];
  const name = catalog.segments.get(rule.segmentId)?.name ?? rule.segmentId;
  const message = `"${name}" has records pinned in or kept out by hand, and JsonLogic cannot say that.`;
  return [{ path, code: 'not_expressible', message }];
}

function pinsIn(rule: ResolvedRule): number {
  if (rule.kind === 'pinned') return 1;
  if (rule.kind === 'segment') return rule.rule ? pinsIn(rule.rule) : 0;
  return rule.kind === 'group' ? rule.rules.reduce((sum, part) => sum + pinsIn(part), 0) : 0;
}

function soql({ definition, resolved, catalog, calendar }: Source): WrittenRule {
  const spellings = spellingsOf(definition);
  const { text, issues, assumed } = printSoql(resolved, { catalog, timeZone: calendar.timeZone, spellings });
  const fields = assumed.map(({ name, label }) => `${name} (${label})`).join(', ');
  return {
    text,
    issues,
    notes: [
      ...(text && assumed.length > 0 ? [`It counts on custom fields of these names: ${fields}.`] : []),
      ...(text && /(Country|State)Code/.test(text) ? [codesNote] : []),
    ],
  };
}

/**
 * A rule in one of the forms that people take along, with its relative dates as the days they mean at the moment it was
 * resolved for. What a form cannot say is named, and then there is no text.
 */
export function writeRule(form: RuleForm, source: Source): WrittenRule {
  const { definition, resolved, catalog, calendar, currency, name } = source;
  const words: DescribeContext = { catalog, calendar, asOf: resolved.asOf, currency };
  switch (form) {
    case 'english':
      return whole(`${describeDefinition(definition, words)}.`);
    case 'json':
      return whole(JSON.stringify(definition, null, 2));
    case 'json-logic': {
      const issues = pinIssues(resolved.root, '/root', catalog);
      if (issues.length > 0) return { text: null, issues, notes: [logicNote] };
      return whole(JSON.stringify(toJsonLogic(toRelational(resolved), catalog), null, 2), [logicNote]);
    }
    case 'soql':
      return soql(source);
    case 'sqlite':
    case 'postgresql':
    case 'snowflake':
    case 'bigquery':
    case 'clickhouse': {
      const issues = unwritable(definition);
      const notes = [schemaNote, ...(form === 'sqlite' ? [foldedNote] : [])];
      if (issues.length > 0) return { text: null, issues, notes };
      const heading = { name, sentence: describeDefinition(definition, words), timeZone: calendar.timeZone };
      return whole(printSql(resolved, toRelational(resolved), { dialect: form, catalog, heading }), notes);
    }
    default:
      return unreachable(form);
  }
}
