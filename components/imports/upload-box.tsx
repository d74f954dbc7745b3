'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FileDrop } from '#components/ui/file-drop.tsx';
import { Progress } from '#components/ui/progress.tsx';
import { sendFile } from './send-file.ts';

const endings = ['.csv', '.tsv', '.txt', '.tab'];

/** Drops a file in, shows how far it is sent, and opens its mapping. */
export function UploadBox({ maxBytes, compact }: { maxBytes: number; compact: boolean }) {
  const router = useRouter();
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function send(file: File) {
    setProblem(null);
    setSending({ name: file.name, share: 0 });
    try {
      const { id } = await sendFile(file, (share) => setSending({ name: file.name, share }));
      router.push(`/data/${id}`);
    } catch (error) {
      setSending(null);
      setProblem(error instanceof Error ? error.message : 'The file could not be sent. Please try again.');
    }
  }

  return (
    <div className="px-4 py-4">
      <FileDrop
        label="Drop a CSV file here, or choose one"
        hint="Accounts, contacts, deals, stage history, signals, technologies, activities, reps or products. You see what it would do before anything is written."
        accept={endings}
        maxBytes={maxBytes}
        disabled={sending !== null}
        onFiles={([file]) => file && void send(file)}
        {...(compact ? { className: 'max-w-3xl' } : {})}
      />
      {!compact && (
        <p className="mt-3 max-w-3xl text-ink-2">
          Several files? Products and reps first, then accounts, then contacts and deals: each names what came
          before it. A file in another order waits for the records that it names.
        </p>
      )}
      {sending && (
        <Progress
          className="mt-2 max-w-3xl"
          label={`Sending ${sending.name}, percent:`}
          done={Math.round(sending.share * 100)}
          total={100}
        />
      )}
      {problem && (
        <p role="alert" className="mt-2 text-bad-ink">
          {problem}
        </p>
      )}
    </div>
  );
}
