import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';

/** From the members to who came and left, and back. */
export function ViewSwitch({ segmentId, current }: { segmentId: string; current: 'members' | 'moves' }) {
  const page = `/segments/${segmentId}/members`;
  return (
    <Button asChild>
      <AppLink href={current === 'members' ? `${page}?view=moves` : page}>
        {current === 'members' ? 'Entries and exits' : 'Members'}
      </AppLink>
    </Button>
  );
}
