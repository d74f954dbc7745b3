import type { ReactNode } from 'react';
import { AppLink } from '#components/ui/app-link.tsx';
import { DemoBanner } from '#components/layout/demo-banner.tsx';
import { signOutAction } from '#lib/actions/sign-out.ts';
import { pageContext } from '#lib/auth/page-context.ts';
import { can } from '#lib/permissions/can.ts';
import type { Action, Role } from '#lib/permissions/roles.ts';
import { hasDemoData } from '#lib/services/demo-removal/has-demo-data.ts';
import { countRequests } from '#lib/services/requests/list.ts';
import { getSettings } from '#lib/services/settings/get.ts';

export type FrameSession = {
  name: string;
  role: Role;
  workspace: string;
  actions: { label: string; href: string }[];
  /** Requests that wait for this person's decision; 0 = none. */
  openRequests: number;
  signOut?: () => Promise<void>;
  banner?: ReactNode;
};

const firstSteps: { label: string; href: string; needs: Action }[] = [
  { label: 'New segment', href: '/segments/new', needs: 'segments.edit' },
  { label: 'Import a file', href: '/data', needs: 'imports.run' },
  { label: 'Invite a person', href: '/settings/people', needs: 'users.manage' },
  { label: 'Read the audit log', href: '/settings/audit', needs: 'audit.read' },
];

/** Whom the frame greets, what they may start, and whether the data are invented. */
export async function frameSession(): Promise<FrameSession> {
  const ctx = await pageContext();
  return {
    name: ctx.actor.name,
    role: ctx.actor.role,
    workspace: getSettings(ctx).name,
    actions: firstSteps.filter((step) => can(ctx.actor, step.needs)),
    openRequests: countRequests(ctx),
    signOut: signOutAction,
    ...(hasDemoData(ctx) ? { banner: demoBanner(can(ctx.actor, 'demo.remove')) } : {}),
  };
}

function demoBanner(mayRemove: boolean): ReactNode {
  const action = mayRemove ? (
    <AppLink href="/settings/demo" className="font-medium underline underline-offset-2">
      Remove the demo data
    </AppLink>
  ) : undefined;
  return (
    <DemoBanner action={action}>Demo data: all companies, people and deals here are invented.</DemoBanner>
  );
}
