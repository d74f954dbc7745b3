import type { AuditEntryView } from '#lib/shared/audit-shapes.ts';
import { AppLink } from '../ui/app-link.tsx';

/** Pages of the records that have one; `null` has only the page of its account. */
const pages: Record<string, ((id: string) => string) | null> = {
  account: (id) => `/accounts/${id}`,
  contact: null,
  opportunity: null,
  signal: null,
  activity: null,
  note: null,
  nextStep: null,
  segment: (id) => `/segments/${id}`,
  tier: () => '/tiers',
  plan: (id) => `/territories?plan=${id}`,
  territory: (id) => `/territories?territory=${id}`,
  rep: () => '/territories/reps',
  stage: () => '/settings/stages',
  user: () => '/settings/people',
  field: () => '/settings/fields',
  import: (id) => `/data/${id}`,
  token: () => '/settings/tokens',
  workspace: () => '/settings',
};

/** Where the record of an entry is shown; null where nothing shows it. */
export function subjectHref({ entity, recordId, subject }: AuditEntryView): string | null {
  const page = pages[entity];
  if (page && (recordId !== null || entity === 'workspace')) return page(recordId ?? '');
  if (page === null && subject?.accountId) return `/accounts/${subject.accountId}`;
  if (entity === 'contact' && subject?.name) return `/contacts?q=${encodeURIComponent(subject.name)}`;
  return null;
}

/** The record of an entry by its name, as a way to its page; what is gone keeps its id. */
export function AuditSubject({ entry }: { entry: AuditEntryView }) {
  const { entity, recordId, subject } = entry;
  if (entity !== 'workspace' && !subject) {
    return <span className="truncate text-ink-3">{recordId === null ? '–' : `${recordId}, gone`}</span>;
  }
  const name = subject?.name ?? (entity === 'workspace' ? 'Workspace' : (recordId ?? entity));
  const href = subjectHref(entry);
  if (href === null) return <span className="truncate">{name}</span>;
  return (
    <AppLink href={href} className="truncate text-ink underline-offset-2 hover:underline">
      {name}
    </AppLink>
  );
}
