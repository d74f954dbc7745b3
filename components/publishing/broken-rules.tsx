import { CircleAlert } from 'lucide-react';
import { AppLink } from '#components/ui/app-link.tsx';

/** Territories whose rule cannot be read, each with why and a way to it. */
export function BrokenRules({
  territories,
}: {
  territories: readonly { id: string | null; name: string; issue: string | null }[];
}) {
  if (territories.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1.5">
      {territories.map((territory) => (
        <li key={territory.id} className="flex items-start gap-2 text-ink-2">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-caution-ink" />
          <span>
            <AppLink href={`/territories?territory=${territory.id}`} className="font-medium hover:underline">
              {territory.name}
            </AppLink>
            : {territory.issue}
          </span>
        </li>
      ))}
    </ul>
  );
}
