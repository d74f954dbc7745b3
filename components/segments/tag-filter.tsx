import { cn } from '#components/ui/cn.ts';
import type { SegmentListItem } from '#lib/shared/segment-shapes.ts';
import { compareLabels } from '#lib/shared/text.ts';

/** Tags in use as switches: a segment must have all that are on. */
export function TagFilter({
  items,
  value,
  onValueChange,
}: {
  items: readonly SegmentListItem[];
  value: readonly string[];
  onValueChange: (tags: string[]) => void;
}) {
  const tags = [...new Set([...items.flatMap((item) => item.tags), ...value])].sort(compareLabels);
  if (tags.length === 0) return null;
  return (
    <span role="group" aria-label="Tags" className="flex flex-wrap items-center gap-1">
      {tags.map((tag) => {
        const isOn = value.includes(tag);
        return (
          <button
            key={tag}
            type="button"
            aria-pressed={isOn}
            onClick={() => onValueChange(isOn ? value.filter((other) => other !== tag) : [...value, tag])}
            className={cn(
              'h-6 max-w-40 truncate rounded-1 px-2 text-12',
              isOn ? 'bg-accent-soft text-accent-ink' : 'text-ink-2 inset-ring inset-ring-line-strong',
            )}
          >
            {tag}
          </button>
        );
      })}
    </span>
  );
}
