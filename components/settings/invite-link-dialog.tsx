'use client';
import { Button } from '../ui/button.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** The link by which a person chooses a password; shown once, to be sent to them. */
export function InviteLinkDialog({
  name,
  path,
  onClose,
}: {
  name: string;
  path: string;
  onClose: () => void;
}) {
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={`Send this link to ${name}`}
      description="It works once, for seven days, and is not shown again. Older links have ended."
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <CodeBlock code={`${window.location.origin}${path}`} what="Link" />
    </Dialog>
  );
}
