import { AppLink } from '#components/ui/app-link.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';

type Use = { kind: 'segment' | 'territory' | 'setting'; id: string; name: string };

const places: Record<Use['kind'], (id: string) => string> = {
  segment: (id) => `/segments/${id}`,
  territory: () => '/territories',
  setting: () => '/settings',
};
const words: Record<Use['kind'], string> = { segment: 'segment', territory: 'territory', setting: 'setting' };

/** What asks about a segment, so that nobody changes it unaware. */
export function UsesList({ uses }: { uses: Use[] }) {
  return (
    <section className="px-4 py-3">
      <SectionHeader title="Used by" fact={uses.length === 0 ? 'nothing else asks about it' : undefined} />
      <ul className="mt-1 flex flex-col gap-1">
        {uses.map((use) => (
          <li key={`${use.kind}-${use.id}`} className="flex items-center gap-2">
            <AppLink href={places[use.kind](use.id)} className="font-medium text-ink">
              {use.name}
            </AppLink>
            <span className="text-12 text-ink-3">{words[use.kind]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
