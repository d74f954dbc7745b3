import { AppLink } from '#components/ui/app-link.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import type { SegmentUse } from '#lib/shared/segment-shapes.ts';

const places: Record<SegmentUse['kind'], (use: SegmentUse) => string> = {
  segment: ({ id }) => `/segments/${id}`,
  territory: () => '/territories',
  setting: () => '/settings',
  tier: () => '/tiers',
  view: ({ id, page }) => `/${page === 'my' ? 'my' : (page ?? 'accounts')}?view=${id}`,
};
const words: Record<SegmentUse['kind'], string> = {
  segment: 'segment that asks about it',
  territory: 'territory that asks about it',
  setting: 'setting',
  tier: 'tier that its members get',
  view: 'saved view',
};

/** Each use with a way to it. */
export function UseLines({ uses }: { uses: SegmentUse[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {uses.map((use) => (
        <li key={`${use.kind}-${use.id}`} className="flex items-center gap-2">
          <AppLink href={places[use.kind](use)} className="font-medium text-ink">
            {use.name}
          </AppLink>
          <span className="text-12 text-ink-3">{words[use.kind]}</span>
        </li>
      ))}
    </ul>
  );
}

/** What asks about a segment, so that nobody changes it unaware. */
export function UsesList({ uses }: { uses: SegmentUse[] }) {
  return (
    <section className="flex flex-col gap-1 px-4 py-3">
      <SectionHeader title="Used by" fact={uses.length === 0 ? 'nothing else asks about it' : undefined} />
      <UseLines uses={uses} />
    </section>
  );
}
