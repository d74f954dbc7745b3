'use client';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { PlanTerritory } from '#lib/shared/plan-shapes.ts';
import { sendPlan } from './plan-actions.ts';
import { usePlanner } from './planner-context.tsx';
import { RuleDialog } from './rule-dialog.tsx';

/** The rule of a territory as a sentence, what is wrong with it, and the editor in a dialog. */
export function RuleSection({ territory }: { territory: PlanTerritory }) {
  const { plan, rights, refresh } = usePlanner();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="flex flex-col gap-2">
      <p>{territory.summary}.</p>
      {territory.issue && (
        <p className="rounded-2 bg-caution-soft px-2 py-1.5 text-caution-ink">
          It takes nobody now, and the plan cannot be published: {territory.issue}
        </p>
      )}
      {rights.noRestructure === null && (
        <div>
          <Button size="sm" onClick={() => setOpen(true)}>
            <Pencil aria-hidden />
            Edit the rule
          </Button>
        </div>
      )}
      {isOpen && (
        <RuleDialog
          title={`Rule of ${territory.name}`}
          draft={territory.draft}
          action="Save the rule"
          onClose={() => setOpen(false)}
          onSave={async (draft) => {
            const path = `/plans/${plan.id}/territories/${territory.id}`;
            const done = await sendPlan(path, { method: 'PATCH', body: { draft } });
            if (!done) return;
            setOpen(false);
            refresh();
          }}
        />
      )}
    </div>
  );
}
