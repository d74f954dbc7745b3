'use client';
import { Copy, Lock, Mail, Phone } from 'lucide-react';
import { copyText } from '#components/ui/code-block.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Tooltip } from '#components/ui/tooltip.tsx';

type Reach = {
  name: string | null;
  email: string | null;
  phone: string | null;
  mobile?: string | null;
  isOptedOut?: boolean;
  isBounced?: boolean;
};

const link =
  'grid size-7 place-items-center rounded-1 text-ink-2 hover:bg-hover hover:text-ink [&_svg]:size-4 max-sm:size-9';

/** Mail, call and copy for one person; closed for somebody who opted out or whose account must not be contacted. */
export function ContactLinks({ person, blocked }: { person: Reach; blocked?: string | undefined }) {
  const who = person.name ?? 'this contact';
  const closed = person.isOptedOut ? 'Opted out: no mail, no call' : blocked;
  if (closed) {
    return (
      <span className="grid size-7 place-items-center text-off" title={closed}>
        <Lock role="img" aria-label={closed} className="size-3.5" />
      </span>
    );
  }
  const { email, isBounced } = person;
  const phone = person.phone ?? person.mobile;
  return (
    <span className="flex items-center">
      {email && !isBounced && (
        <>
          <IconButton label={`Copy the address of ${who}`} onClick={() => void copyText(email, 'Address')}>
            <Copy aria-hidden />
          </IconButton>
          <Tooltip content={email}>
            <a href={`mailto:${email}`} aria-label={`Write to ${who}`} className={link}>
              <Mail aria-hidden />
            </a>
          </Tooltip>
        </>
      )}
      {phone && (
        <Tooltip content={phone}>
          <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} aria-label={`Call ${who}`} className={link}>
            <Phone aria-hidden />
          </a>
        </Tooltip>
      )}
    </span>
  );
}
