'use client';
import { Keyboard, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '../ui/avatar.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import type { FramePerson } from './frame.tsx';
import { applyTheme, type Theme } from './theme.ts';

const themes: { value: Theme; label: string; icon: typeof Sun }[] = [
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
  { value: 'system', label: 'As the device', icon: Monitor },
];

/** Entries of the person's own menu; shared by the sidebar and the phone's "More". */
export function useUserMenuItems(person: FramePerson, onShortcuts: () => void): MenuItem[] {
  const [theme, setTheme] = useState<Theme>(person.theme);
  const { signOut } = person;
  return [
    { kind: 'heading', label: 'Theme' },
    ...themes.map(({ value, label, icon: Icon }) => ({
      label,
      icon: <Icon aria-hidden />,
      checked: theme === value,
      onSelect: () => {
        setTheme(value);
        applyTheme(value);
      },
    })),
    { kind: 'separator' },
    { label: 'Keyboard shortcuts', icon: <Keyboard aria-hidden />, keys: ['?'], onSelect: onShortcuts },
    ...(signOut ? [{ label: 'Sign out', icon: <LogOut aria-hidden />, onSelect: () => void signOut() }] : []),
  ];
}

/** Who is signed in, with theme, shortcuts and sign out. */
export function UserMenu({ person, onShortcuts }: { person: FramePerson; onShortcuts: () => void }) {
  const items = useUserMenuItems(person, onShortcuts);
  return (
    <Menu
      label="You"
      align="start"
      items={items}
      trigger={
        <button
          type="button"
          className="mt-2 flex h-8 shrink-0 items-center gap-2 rounded-2 px-2 text-left -outline-offset-2 hover:bg-hover data-[state=open]:bg-press"
        >
          <Avatar name={person.name} />
          <span className="min-w-0 truncate">{person.name}</span>
          <span className="ml-auto text-12 text-ink-3">{person.roleLabel}</span>
        </button>
      }
    />
  );
}
