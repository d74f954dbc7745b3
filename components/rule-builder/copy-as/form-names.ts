import type { RuleForm } from '#lib/shared/rule-form-shapes.ts';

/** What each form is called, and the ending of a file that holds it. */
export const formNames: Record<RuleForm, { label: string; ending: string }> = {
  english: { label: 'English', ending: 'txt' },
  json: { label: 'JSON', ending: 'json' },
  'json-logic': { label: 'JsonLogic', ending: 'json' },
  sqlite: { label: 'SQL for SQLite', ending: 'sql' },
  postgresql: { label: 'SQL for PostgreSQL', ending: 'sql' },
  snowflake: { label: 'SQL for Snowflake', ending: 'sql' },
  bigquery: { label: 'SQL for BigQuery', ending: 'sql' },
  clickhouse: { label: 'SQL for ClickHouse', ending: 'sql' },
  soql: { label: 'Salesforce SOQL', ending: 'soql' },
};

const option = (value: RuleForm) => ({ value, label: formNames[value].label });

/** The forms as a list to choose from. */
export const formGroups = [
  { label: 'To read, or for programs', options: (['english', 'json', 'json-logic'] as const).map(option) },
  {
    label: 'For the CRM or a warehouse',
    options: (['soql', 'postgresql', 'snowflake', 'bigquery', 'clickhouse', 'sqlite'] as const).map(option),
  },
];

/** `Mid-market, EMEA` → `mid-market-emea.sql`. */
export function fileNameOf(name: string | null, form: RuleForm): string {
  const words = (name ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const stem = words.filter((word) => word !== '').join('-');
  return `${stem || 'rule'}.${formNames[form].ending}`;
}
