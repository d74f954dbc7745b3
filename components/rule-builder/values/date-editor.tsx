'use client';
import { DateInput } from '#components/ui/date-input.tsx';
import { NumberInput } from '#components/ui/number-input.tsx';
import { Select } from '#components/ui/select.tsx';
import type { DateValue, Unit } from '#lib/rules/ast.ts';
import { datePhrase } from '#lib/rules/describe/dates.ts';
import { toText } from '#lib/rules/describe/phrase.ts';
import type { DescribeContext } from '#lib/rules/describe.ts';
import { useRuleEditing } from '../rule-editing.ts';

type Kind = 'day' | 'ago' | 'ahead';
const units: Unit[] = ['day', 'week', 'month', 'quarter', 'year'];

function kindOf(value: DateValue | undefined): Kind {
  if (typeof value !== 'object') return 'day';
  return 'ago' in value ? 'ago' : 'ahead';
}

function isFinished(value: DateValue | undefined): value is DateValue {
  if (value === undefined || value === '') return false;
  if (typeof value === 'string') return true;
  return typeof ('ago' in value ? value.ago : value.ahead) === 'number';
}

/** The day that a date means today, `20 Oct`; null while it is not filled in. */
export function dateMeaning(
  value: DateValue | undefined,
  type: 'day' | 'instant',
  words: DescribeContext,
): string | null {
  return isFinished(value) ? toText(datePhrase(value, type, words)) : null;
}

/** One date: a day, or so many units before or after today, with the day that it means. */
export function DateEditor({
  label,
  value,
  dateType,
  onChange,
}: {
  label: string;
  value: DateValue | undefined;
  dateType: 'day' | 'instant';
  onChange: (value: DateValue | undefined) => void;
}) {
  const { words } = useRuleEditing();
  const kind = kindOf(value);
  const amount = typeof value === 'object' ? ('ago' in value ? value.ago : value.ahead) : null;
  const unit = typeof value === 'object' ? value.unit : 'day';
  const meaning = dateMeaning(value, dateType, words);
  const relative = (next: number | null, of: Unit, as: Kind) =>
    onChange({ [as]: next, unit: of } as unknown as DateValue);
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        <Select
          label={label}
          value={kind}
          options={[
            { value: 'day', label: 'on the day' },
            { value: 'ago', label: 'ago' },
            { value: 'ahead', label: 'from now' },
          ]}
          onValueChange={(next) => (next === 'day' ? onChange(undefined) : relative(30, 'day', next))}
        />
        {kind === 'day' ? (
          <DateInput
            aria-label={`${label}: day`}
            size="md"
            className="w-36"
            value={typeof value === 'string' ? value.slice(0, 10) : ''}
            onValueChange={(day) => onChange(day === '' ? undefined : day)}
          />
        ) : (
          <>
            <NumberInput
              aria-label={`${label}: how many`}
              size="md"
              className="w-16"
              value={amount}
              onValueChange={(next) => relative(next, unit, kind)}
            />
            <Select
              label={`${label}: unit`}
              value={unit}
              options={units.map((one) => ({ value: one, label: `${one}s` }))}
              onValueChange={(next) => relative(amount, next, kind)}
            />
          </>
        )}
      </div>
      {meaning && (
        <p className="text-12 text-ink-3">
          Means <span className="text-ink-2">{meaning}</span>, days in {words.calendar?.timeZone}
        </p>
      )}
    </div>
  );
}
