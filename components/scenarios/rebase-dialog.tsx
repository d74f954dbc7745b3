'use client';
import { useEffect, useState } from 'react';
import { api, problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { toast } from '#components/ui/toast.ts';
import { formatCount } from '#lib/shared/format.ts';
import { type RebasedScenario, rebasedSchema } from '#lib/shared/scenario-shapes.ts';

/** Re-bases a scenario: what would be taken over, kept and left out is shown first. */
export function RebaseDialog({
  scenario,
  onClose,
  onDone,
}: {
  scenario: { id: string; name: string; version: number };
  onClose: () => void;
  onDone: () => void;
}) {
  const [report, setReport] = useState<RebasedScenario | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const path = `/plans/${scenario.id}/rebase`;

  useEffect(() => {
    const controller = new AbortController();
    api(`${path}?dryRun=true`, { method: 'POST', schema: rebasedSchema, signal: controller.signal }).then(
      setReport,
      (error: unknown) => {
        if (!controller.signal.aborted) setProblem(problemText(error));
      },
    );
    return () => controller.abort();
  }, [path]);

  async function run(): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const done = await api(path, { method: 'POST', ifMatch: scenario.version, schema: rebasedSchema });
      toast(`“${scenario.name}” re-based; ${keptText(done)}`);
      onDone();
    } catch (error) {
      setProblem(problemText(error));
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Re-base “${scenario.name}”`}
      width={560}
      problem={problem}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={isBusy} disabled={report === null} onClick={() => void run()}>
            Re-base
          </Button>
        </>
      }
    >
      {report ? (
        <Report report={report} />
      ) : (
        <p className="text-ink-2">{problem ? '' : 'Looking at what has changed since …'}</p>
      )}
    </Dialog>
  );
}

function Report({ report }: { report: RebasedScenario }) {
  const { taken, kept, dropped, both, onto } = report;
  const lines = [
    ...named('New', taken.territoriesAdded),
    ...named('Changed', taken.territoriesChanged),
    ...named('Taken out', taken.territoriesRemoved),
    ...(taken.accounts > 0 ? [`Hand settings of ${formatCount(taken.accounts, 'account')}`] : []),
  ];
  return (
    <div className="flex flex-col gap-4">
      <section>
        <h3 className="font-semibold">
          Taken over from {onto === 'published' ? 'what is published now' : 'the draft'}
        </h3>
        {lines.length === 0 ? (
          <p className="text-ink-2">
            Nothing has changed there since. Accounts are as recent as your data anyway.
          </p>
        ) : (
          <ul className="list-disc pl-5 text-ink-2">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3 className="font-semibold">Stays as this scenario has it</h3>
        <p className="text-ink-2">{sentenceCase(keptText({ ...report, kept }))}.</p>
        <Sentences items={both} />
      </section>
      {dropped.length > 0 && (
        <section>
          <h3 className="font-semibold text-caution-ink">No longer holds, and is left out</h3>
          <Sentences items={dropped} />
        </section>
      )}
    </div>
  );
}

const SHOWN = 30;

function Sentences({ items }: { items: RebasedScenario['dropped'] }) {
  if (items.length === 0) return null;
  return (
    <ul className="list-disc pl-5 text-ink-2">
      {items.slice(0, SHOWN).map((item) => (
        <li key={item.sentence}>{item.sentence}</li>
      ))}
      {items.length > SHOWN && <li>and {items.length - SHOWN} more</li>}
    </ul>
  );
}

function named(what: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${what}: ${names.join(', ')}`];
}

function keptText({ kept }: Pick<RebasedScenario, 'kept'>): string {
  const parts = [
    ...(kept.territories > 0
      ? [`its changes of ${formatCount(kept.territories, 'territory', 'territories')}`]
      : []),
    ...(kept.accounts > 0 ? [`of ${formatCount(kept.accounts, 'account')} by hand`] : []),
  ];
  return parts.length === 0 ? 'it has no changes of its own' : `${parts.join(' and ')} stay`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
