'use client';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { actionWords, keyWords } from './audit-words.ts';

type Filter = { user: string | null; action: string | null; from: string | null; to: string | null };

type Props = {
  choices: { people: { id: string; name: string }[]; actions: string[] };
  filter: Filter;
  onChange: (change: Partial<Filter>) => void;
};

const ANY = 'any';

/** Person, kind or action, and days; each change goes to the address at once. */
export function AuditFilters({ choices, filter, onChange }: Props) {
  const nouns = [...new Set(choices.actions.map((action) => action.split('.')[0] ?? ''))];
  const isFiltered = Object.values(filter).some((value) => value !== null);
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2">
      <Combobox
        label="Person"
        value={filter.user ?? ANY}
        onValueChange={(user) => onChange({ user: user === ANY ? null : user })}
        options={[
          { value: ANY, label: 'Everybody' },
          ...choices.people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Combobox
        label="Action"
        value={filter.action ?? ANY}
        onValueChange={(action) => onChange({ action: action === ANY ? null : action })}
        options={[
          { value: ANY, label: 'Every action' },
          ...nouns.map((noun) => ({
            value: `${noun}.`,
            label: `${keyWords(noun)}: everything`,
            group: 'Kind of record',
          })),
          ...choices.actions.map((action) => ({
            value: action,
            label: actionWords(action),
            group: 'Action',
          })),
        ]}
      />
      <label className="flex items-center gap-1.5 text-ink-3">
        from
        <DateInput
          size="md"
          aria-label="From day"
          value={filter.from ?? ''}
          onValueChange={(from) => onChange({ from: from || null })}
        />
      </label>
      <label className="flex items-center gap-1.5 text-ink-3">
        to
        <DateInput
          size="md"
          aria-label="To day"
          value={filter.to ?? ''}
          onValueChange={(to) => onChange({ to: to || null })}
        />
      </label>
      {isFiltered && (
        <Button variant="ghost" onClick={() => onChange({ user: null, action: null, from: null, to: null })}>
          Clear filters
        </Button>
      )}
    </div>
  );
}
