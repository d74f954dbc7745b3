'use client';
import { useState } from 'react';
import { z } from 'zod';
import { api } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { toast } from '#components/ui/toast.ts';
import { formatCount, formatMoney } from '#lib/shared/format.ts';

const appliedShape = z.object({
  segments: z.array(z.object({ id: z.string(), name: z.string(), jobId: z.string() })),
  tiersCreated: z.array(z.string()),
});

/** The classes of the starting model; revenue bounds in the workspace currency. */
function classesIn(currency: string) {
  const money = (amount: number) => formatMoney(amount, currency, { compact: true });
  const [middle, top] = [money(10_000_000), money(100_000_000)];
  return [
    {
      name: 'Enterprise',
      size: `1,000 employees and more (revenue from ${top})`,
      motion: 'Field sales',
      tier: 'Tier 1',
    },
    {
      name: 'Mid-Market',
      size: `100 to 999 employees (${middle} to ${top})`,
      motion: 'Inside sales',
      tier: 'Tier 2',
    },
    { name: 'SMB', size: `Up to 99 employees (below ${middle})`, motion: 'Product-led', tier: 'Tier 3' },
  ];
}

/** The starting model in one step, after saying what it makes. */
export function ApplyModel({ currency, onApplied }: { currency: string; onApplied: () => void }) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function apply(): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const { segments, tiersCreated } = await api('/tiers/apply-model', {
        method: 'POST',
        schema: appliedShape,
      });
      toast(
        `${formatCount(segments.length, 'segment')} published${tiersCreated.length > 0 ? `, ${formatCount(tiersCreated.length, 'tier')} made` : ''}; their members are being written`,
      );
      setOpen(false);
      onApplied();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The model could not be applied.');
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setProblem(null);
      }}
      trigger={<Button>Apply the starting model</Button>}
      title="Enterprise, Mid-Market, SMB"
      description="Publishes three segments, by employees and, where those are not known, by revenue. Each gives its tier."
      width={560}
      footer={
        <>
          <Button variant="ghost" onClick={() => setOpen(false)}>
            Cancel
          </Button>
          <Button variant="primary" busy={busy} onClick={() => void apply()}>
            Publish 3 segments
          </Button>
        </>
      }
    >
      <table className="w-full text-left">
        <thead className="text-12 text-ink-3">
          <tr className="h-7 border-b border-line">
            <th className="font-normal">Class</th>
            <th className="font-normal">Size</th>
            <th className="font-normal">Motion</th>
            <th className="font-normal">Gives</th>
          </tr>
        </thead>
        <tbody>
          {classesIn(currency).map((one) => (
            <tr key={one.name} className="border-b border-line align-top">
              <td className="py-2 pr-3 font-medium">{one.name}</td>
              <td className="py-2 pr-3 text-ink-2">{one.size}</td>
              <td className="py-2 pr-3 text-ink-2">{one.motion}</td>
              <td className="py-2">{one.tier}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-12 text-ink-3">
        Tiers that exist already are used as they are. Everything can be edited afterwards.
      </p>
      {problem && <Callout tone="bad" title={problem} className="mt-3" />}
    </Dialog>
  );
}
