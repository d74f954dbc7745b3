import type { Metadata } from 'next';
import { AcceptInviteForm } from '#components/auth/accept-invite-form.tsx';
import { AuthTitle } from '#components/auth/auth-title.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { anonymousContext } from '#lib/auth/anonymous-context.ts';
import { findInvite } from '#lib/services/session/accept-invite.ts';

export const metadata: Metadata = { title: 'Choose a password', referrer: 'no-referrer' };

type Props = { params: Promise<{ secret: string }> };

export default async function InvitePage({ params }: Props) {
  const { secret } = await params;
  const invited = findInvite(secret, anonymousContext().now);
  if (invited) return <AcceptInviteForm secret={secret} name={invited.name} email={invited.email} />;
  return (
    <AuthTitle
      title="This link has ended"
      about={
        <>
          It was used already or is older than a week. Ask an admin of your workspace for a new one, or{' '}
          <AppLink href="/sign-in" className="text-accent-ink underline underline-offset-2">
            sign in
          </AppLink>
          .
        </>
      }
    />
  );
}
