import { Avatar } from '#components/ui/avatar.tsx';
import type { CommitteeContact } from '#lib/shared/account-shapes.ts';
import type { EpochDay } from '#lib/shared/days.ts';
import { ContactLinks } from './contact-links.tsx';
import { instantWords } from './day-words.ts';

/** `economic buyer` → `Economic buyer`, `it` → `IT`. */
export function personaLabel(persona: string | null): string {
  if (persona === null) return 'No persona';
  return persona.length <= 2 ? persona.toUpperCase() : persona.charAt(0).toUpperCase() + persona.slice(1);
}

function Standing({
  person,
  today,
  timeZone,
}: {
  person: CommitteeContact;
  today: EpochDay;
  timeZone: string;
}) {
  if (person.isOptedOut) return <span className="text-bad-ink">opted out</span>;
  if (person.repliedAt !== null && person.repliedAt >= (person.touchedAt ?? 0)) {
    return <span className="text-good-ink">replied {instantWords(person.repliedAt, today, timeZone)}</span>;
  }
  if (!person.isReachable) return <span>{person.isBounced ? 'mail bounced' : 'not reachable'}</span>;
  return <span className="text-ink-2">reachable</span>;
}

/** The people of an account, one two-line row each, with how to reach them. */
export function CommitteeList({
  people,
  today,
  timeZone,
  blocked,
  onOpen,
}: {
  people: readonly CommitteeContact[];
  today: EpochDay;
  timeZone: string;
  /** Why nobody here may be contacted. */
  blocked?: string | undefined;
  /** Makes names buttons that open the person. */
  onOpen?: (contactId: string) => void;
}) {
  return (
    <ul className="flex flex-col">
      {people.map((person) => (
        <li key={person.id} className="flex min-h-10 items-center gap-2.5 py-1">
          <Avatar name={person.name ?? '?'} size={24} />
          <div className="min-w-0 flex-1">
            <p className="truncate">
              {onOpen ? (
                <button
                  type="button"
                  onClick={() => onOpen(person.id)}
                  className="rounded-1 font-medium hover:underline"
                >
                  {person.name ?? '(no name)'}
                </button>
              ) : (
                <span className="font-medium">{person.name ?? '(no name)'}</span>
              )}
              {person.jobTitle && <span className="ml-2 text-12 text-ink-3">{person.jobTitle}</span>}
            </p>
            <p className="truncate text-12 text-ink-3">
              {personaLabel(person.persona)} · <Standing person={person} today={today} timeZone={timeZone} />
            </p>
          </div>
          <ContactLinks person={person} blocked={blocked} />
        </li>
      ))}
    </ul>
  );
}
