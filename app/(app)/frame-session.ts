import type { ReactNode } from 'react';
import type { Role } from '#lib/permissions/roles.ts';

export type FrameSession = {
  name: string;
  role: Role;
  workspace: string;
  actions: { label: string; href: string }[];
  signOut?: () => Promise<void>;
  banner?: ReactNode;
};

/** PLACEHOLDER until sessions exist: who the frame greets. */
export async function frameSession(): Promise<FrameSession> {
  return {
    name: 'Dara Winslade',
    role: 'revops',
    workspace: 'Tessera',
    actions: [
      { label: 'New segment', href: '/segments/new' },
      { label: 'Import a file', href: '/data/imports/new' },
    ],
  };
}
