'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { ContactPeek } from '#components/contacts/contact-sheet.tsx';
import { NewContact } from '#components/contacts/new-contact.tsx';
import { Button } from '#components/ui/button.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import type { Account } from '#lib/shared/account-shapes.ts';
import { formatCount } from '#lib/shared/format.ts';
import type { AccountFacts } from './account-page.tsx';
import { CommitteeList, personaLabel } from './committee-list.tsx';
import { dayOfInstant } from '#lib/shared/days.ts';
import { dayWords } from './day-words.ts';

const PEOPLE = 8;
const TECHNOLOGIES = 8;
const section = 'border-b border-line px-4 py-2';

/** The buying committee with what it lacks, and what the account runs. */
export function AccountPeople({
  account,
  facts,
  mayEdit,
  contactId,
  onChanged,
}: {
  account: Account;
  facts: AccountFacts;
  mayEdit: boolean;
  contactId: string | null;
  onChanged: () => void;
}) {
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<string | null>(contactId);
  const [adding, setAdding] = useState(false);
  const { committee, coverage } = account;
  return (
    <>
      <div className={section}>
        <SectionHeader
          title="Buying committee"
          fact={`${coverage.reachable} of ${coverage.personas.length} reachable`}
          actions={
            mayEdit && (
              <Button size="sm" variant="ghost" onClick={() => setAdding(true)}>
                <Plus aria-hidden />
                Contact
              </Button>
            )
          }
        />
        <ul className="flex flex-wrap gap-x-3 gap-y-1 pb-1 text-12">
          {coverage.personas.map(({ persona, known, reachable }) => (
            <li
              key={persona}
              className={reachable > 0 ? 'text-good-ink' : known > 0 ? 'text-caution-ink' : 'text-ink-3'}
            >
              {personaLabel(persona)}:{' '}
              {reachable > 0
                ? `${reachable} reachable`
                : known > 0
                  ? `${known} known, none reachable`
                  : 'unknown'}
            </li>
          ))}
        </ul>
        {committee.length === 0 && <p className="py-1 text-ink-3">Nobody is known here yet.</p>}
        <CommitteeList
          people={all ? committee : committee.slice(0, PEOPLE)}
          today={facts.todayOn}
          timeZone={facts.timeZone}
          blocked={account.isDoNotContact ? 'Do not contact' : undefined}
          onOpen={setOpen}
        />
        {committee.length > PEOPLE && (
          <Button variant="link" size="inline" onClick={() => setAll(!all)}>
            {all ? 'Fewer' : `All ${formatCount(committee.length, 'contact')}`}
          </Button>
        )}
      </div>
      <Technologies account={account} facts={facts} />
      {open !== null && (
        <ContactPeek
          key={open}
          contactId={open}
          clock={facts}
          currency={facts.currency}
          mayEdit={mayEdit}
          onChanged={onChanged}
          onClose={() => setOpen(null)}
        />
      )}
      {adding && (
        <NewContact
          account={account}
          onClose={() => setAdding(false)}
          onMade={() => {
            setAdding(false);
            onChanged();
          }}
        />
      )}
    </>
  );
}

function Technologies({ account, facts }: { account: Account; facts: AccountFacts }) {
  const [all, setAll] = useState(false);
  const { technologies } = account;
  const day = (at: number | null) =>
    at === null ? 'unknown' : dayWords(dayOfInstant(at, facts.timeZone), facts.todayOn);
  return (
    <div className={section}>
      <SectionHeader
        title="Technologies"
        fact={technologies.length > 0 ? String(technologies.length) : undefined}
      />
      {technologies.length === 0 && <p className="py-1 text-ink-3">None is known.</p>}
      <ul>
        {(all ? technologies : technologies.slice(0, TECHNOLOGIES)).map((technology) => (
          <li key={technology.id} className="flex min-h-7 items-center gap-2">
            <span className="min-w-0 flex-1 truncate">
              {technology.name}
              {technology.category && <span className="ml-2 text-12 text-ink-3">{technology.category}</span>}
            </span>
            <span className="shrink-0 text-12 text-ink-3" title={`First seen ${day(technology.firstSeenAt)}`}>
              seen {day(technology.lastSeenAt)}
            </span>
          </li>
        ))}
      </ul>
      {technologies.length > TECHNOLOGIES && (
        <Button variant="link" size="inline" onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `All ${technologies.length}`}
        </Button>
      )}
    </div>
  );
}
