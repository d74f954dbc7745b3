import type { TimelineItem } from '#lib/shared/account-shapes.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';

function sentence(words: string): string {
  const spaced = words.replaceAll('_', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

const causes: Record<string, string> = {
  published: 'it was published',
  data: 'its data changed',
  time: 'time passed',
  rule: 'the rule changed',
  pin: 'it was pinned by hand',
  retired: 'the segment was retired',
};

/** One entry of the timeline in plain words. */
export function timelineWords(item: TimelineItem): { text: string; detail: string | null } {
  const { kind, type, title, detail } = item;
  switch (kind) {
    case 'signal':
      return { text: `${sentence(type)}${title ? `: ${title}` : ''}`, detail };
    case 'activity': {
      const what = title ? `${sentence(type)}: ${title.replaceAll('_', ' ')}` : sentence(type);
      return {
        text: item.isAhead ? `Planned ${what.charAt(0).toLowerCase()}${what.slice(1)}` : what,
        detail,
      };
    }
    case 'deal':
      if (type === 'created') return { text: `Deal opened: ${title || 'without a name'}`, detail };
      if (type === 'open')
        return { text: `${title || 'A deal'} came to ${detail ?? 'another stage'}`, detail: null };
      return { text: `${title || 'A deal'} was ${type}`, detail };
    case 'tier':
      return {
        text: `Became ${title}`,
        detail: type === 'account' ? 'set by hand' : detail && `from ${detail}`,
      };
    case 'owner':
      return { text: `${title} became its ${slotLabels[type as keyof typeof slotLabels] ?? type}`, detail };
    default:
      return {
        text: `${type === 'left' ? 'Left' : 'Entered'} ${title}`,
        detail: detail && `because ${causes[detail] ?? detail}`,
      };
  }
}
