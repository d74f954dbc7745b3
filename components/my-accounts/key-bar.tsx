import { Kbd } from '#components/ui/kbd.tsx';

const keys: { keys: string[]; label: string }[] = [
  { keys: ['J', 'K'], label: 'Move' },
  { keys: ['X'], label: 'Select' },
  { keys: ['E'], label: 'Email' },
  { keys: ['C'], label: 'Call' },
  { keys: ['R'], label: 'Reply' },
  { keys: ['M'], label: 'Meeting' },
  { keys: ['L'], label: 'Log and next' },
  { keys: ['N'], label: 'Next step' },
  { keys: ['S'], label: 'Snooze' },
];

export const workShortcuts = { title: 'My accounts', shortcuts: keys };

/** The keys of the page, always in sight on a wide screen. */
export function KeyBar() {
  return (
    <div className="@container flex h-9 shrink-0 items-center gap-4 overflow-hidden border-t border-line px-4 text-12 text-ink-3 max-md:hidden">
      {keys.map((item) => (
        <span key={item.label} className="flex shrink-0 items-center gap-1.5">
          {item.keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {item.label}
        </span>
      ))}
      <span className="ml-auto flex shrink-0 items-center gap-1.5 @max-[56rem]:hidden">
        <Kbd>?</Kbd>
        All shortcuts
      </span>
    </div>
  );
}
