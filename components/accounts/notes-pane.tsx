'use client';
import { useState } from 'react';
import { z } from 'zod';
import { api, problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { toastError, toastUndo } from '#components/ui/toast.ts';
import { type AccountNote, noteList, noteShape } from '#lib/shared/note-shapes.ts';
import type { AccountFacts } from './account-page.tsx';
import { instantWords } from './day-words.ts';
import { useApi } from './use-api.ts';

const nothing = z.undefined();

/** Notes on an account, latest first; one's own can be reworded and taken away. */
export function NotesPane({
  accountId,
  facts,
  mayWrite,
}: {
  accountId: string;
  facts: AccountFacts;
  mayWrite: boolean;
}) {
  const notes = useApi(`/notes?account=${accountId}`, noteList);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function add(): Promise<void> {
    if (busy) return;
    if (text.trim() === '') return setProblem('Write something first.');
    setBusy(true);
    try {
      await api('/notes', { method: 'POST', body: { accountId, text }, schema: noteShape });
      setText('');
      setProblem(null);
      notes.reload();
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  }

  async function remove(note: AccountNote): Promise<void> {
    try {
      await api(`/notes/${note.id}`, { method: 'DELETE', schema: nothing });
      notes.reload();
      toastUndo('Note removed', () => {
        api(`/notes/${note.id}/restore`, { method: 'POST', schema: noteShape }).then(
          notes.reload,
          (error: unknown) => toastError(problemText(error)),
        );
      });
    } catch (error) {
      toastError(problemText(error));
    }
  }

  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      {mayWrite && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
          className="flex flex-col items-start gap-2"
        >
          <Textarea
            aria-label="New note"
            placeholder="What should the next person know?"
            value={text}
            maxLength={10_000}
            rows={3}
            onChange={(event) => setText(event.target.value)}
            className="w-full"
          />
          {problem && (
            <p role="alert" className="text-12 text-bad-ink">
              {problem}
            </p>
          )}
          <Button type="submit" size="sm" busy={busy}>
            Save the note
          </Button>
        </form>
      )}
      {notes.problem && <p className="text-bad-ink">{notes.problem}</p>}
      {!notes.value && !notes.problem && <SkeletonRows rows={3} label="Loading the notes" />}
      {notes.value?.items.length === 0 && <p className="text-ink-3">No notes yet.</p>}
      <ul className="flex flex-col gap-3">
        {notes.value?.items.map((note) => (
          <Note
            key={note.id}
            note={note}
            facts={facts}
            onRemove={() => void remove(note)}
            onChanged={notes.reload}
          />
        ))}
      </ul>
    </div>
  );
}

function Note({
  note,
  facts,
  onRemove,
  onChanged,
}: {
  note: AccountNote;
  facts: AccountFacts;
  onRemove: () => void;
  onChanged: () => void;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  function cancel(): void {
    setDraft(null);
    setProblem(null);
  }

  async function save(): Promise<void> {
    if (busy) return;
    setBusy(true);
    try {
      await api(`/notes/${note.id}`, { method: 'PATCH', body: { text: draft }, schema: noteShape });
      cancel();
      onChanged();
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <li>
      <p className="flex items-center gap-2 text-12 text-ink-3">
        <span className="font-medium text-ink-2">{note.userName ?? 'Somebody'}</span>
        {instantWords(note.createdAt, facts.todayOn, facts.timeZone)}
        {note.updatedAt > note.createdAt && 'edited'}
        {note.isOwn && draft === null && (
          <span className="ml-auto flex gap-2">
            <Button variant="link" size="inline" onClick={() => setDraft(note.text)}>
              Edit
            </Button>
            <Button variant="link" size="inline" onClick={onRemove}>
              Remove
            </Button>
          </span>
        )}
      </p>
      {draft === null ? (
        <p className="break-words whitespace-pre-wrap">{note.text}</p>
      ) : (
        <div className="flex flex-col items-start gap-2 pt-1">
          <Textarea
            // The button that opened it is gone, and the focus with it.
            autoFocus
            aria-label="Note"
            value={draft}
            maxLength={10_000}
            rows={3}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') cancel();
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void save();
            }}
            className="w-full"
          />
          {problem && (
            <p role="alert" className="text-12 text-bad-ink">
              {problem}
            </p>
          )}
          <span className="flex gap-2">
            <Button size="sm" busy={busy} onClick={() => void save()}>
              Save
            </Button>
            <Button size="sm" variant="ghost" onClick={cancel}>
              Cancel
            </Button>
          </span>
        </div>
      )}
    </li>
  );
}
