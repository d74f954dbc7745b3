import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Frame } from '#components/layout/frame.tsx';
import { navFor } from '#components/layout/nav.ts';
import { parseTheme, THEME_COOKIE } from '#components/layout/theme.ts';
import { roleLabels } from '#lib/permissions/roles.ts';
import { frameSession } from './frame-session.tsx';

/** The frame round every page of a signed-in person. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const [session, jar] = await Promise.all([frameSession(), cookies()]);
  return (
    <Frame
      items={navFor(session.role, session.openRequests > 0 ? { territories: session.openRequests } : {})}
      actions={session.actions}
      person={{
        name: session.name,
        role: session.role,
        roleLabel: roleLabels[session.role],
        workspace: session.workspace,
        theme: parseTheme(jar.get(THEME_COOKIE)?.value),
        ...(session.signOut ? { signOut: session.signOut } : {}),
      }}
      banner={session.banner}
    >
      {children}
    </Frame>
  );
}
