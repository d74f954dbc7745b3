'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { formatCount } from '#lib/shared/format.ts';

/** Asks for one tag for many segments. */
export function TagDialog({
  count,
  onClose,
  onTag,
}: {
  count: number;
  onClose: () => void;
  onTag: (tag: string) => void;
}) {
  const [tag, setTag] = useState('');
  const isEmpty = tag.trim() === '';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width={380}
      title={`Tag ${formatCount(count, 'segment')}`}
      description="A tag groups segments in the list. One that exists already keeps its spelling."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            reason={isEmpty ? 'Write a tag first.' : undefined}
            onClick={() => onTag(tag.trim())}
          >
            Add the tag
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isEmpty) onTag(tag.trim());
        }}
      >
        <Field label="Tag">
          <Input
            size="lg"
            value={tag}
            maxLength={40}
            autoFocus
            onChange={(event) => setTag(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
