'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { api, problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { toast, toastError } from '#components/ui/toast.ts';
import { formatCount } from '#lib/shared/format.ts';
import { type SegmentTemplate, segmentShape } from '#lib/shared/segment-shapes.ts';

const createdShape = z.object({ items: z.array(segmentShape) });

const kinds = { segment: null, split: 'Split', model: 'Model' } as const;

/** Starting points for segments; one click makes the drafts, bound to the values that the data hold. */
export function TemplateGallery({ templates }: { templates: SegmentTemplate[] }) {
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);

  async function start(template: SegmentTemplate): Promise<void> {
    setBusy(template.key);
    try {
      const { items } = await api('/segments/templates', {
        method: 'POST',
        body: { templateId: template.key },
        schema: createdShape,
      });
      const [first] = items;
      if (first && items.length === 1) {
        router.push(`/segments/${first.id}` as Route);
        return;
      }
      toast(`${formatCount(items.length, 'draft')} created from ${template.name}`);
      router.push('/segments?status=draft' as Route);
    } catch (error) {
      toastError(problemText(error));
      setBusy(null);
    }
  }

  return (
    <ul className="grid grid-cols-2 max-lg:grid-cols-1" aria-label="Templates">
      {templates.map((template) => {
        const kind = kinds[template.kind];
        return (
          <li
            key={template.key}
            className="flex flex-col gap-2 border-b border-line px-4 py-3 lg:odd:border-r"
          >
            <div className="flex items-start gap-2">
              <div className="min-w-0 flex-1">
                <h2 className="flex items-center gap-2 text-14">
                  {template.name}
                  {kind && <Chip>{kind}</Chip>}
                </h2>
                <p className="mt-0.5 text-ink-2">{template.description}</p>
              </div>
              <Button
                busy={busy === template.key}
                aria-label={`Use it: ${template.name}`}
                onClick={() => void start(template)}
              >
                Use it
              </Button>
            </div>
            {template.segments.length > 1 && (
              <p className="text-12 text-ink-3">Makes {template.segments.join(', ')}.</p>
            )}
            {template.asks.length > 0 && (
              <p className="text-12 text-caution-ink">Will ask: {template.asks.join(' ')}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
