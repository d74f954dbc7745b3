'use client';
import { useCallback, useState } from 'react';
import type { Draft } from '#lib/rules/draft.ts';
import { type History, record, redo, startHistory, undo } from '#lib/rules/edit/history.ts';
import { toDefinition } from '#lib/rules/to-definition.ts';
import { EditingProvider, type EditingFacts } from './editing-provider.tsx';
import { RulesPane } from './rules-pane.tsx';
import { Sentence } from './sentence.tsx';
import { useEditorKeys } from './use-editor-keys.ts';

/**
 * The rules pane by itself, for dialogs: the draft belongs to the caller, undo and redo come with the editor.
 * `catalog` from `unpackCatalog`; without `insights` the rows show no counts. Pass `insights` from a preview to show them.
 */
export function RuleEditor({
  draft,
  onChange,
  isInLayer = false,
  ...facts
}: EditingFacts & {
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** Set inside a dialog, so that `a` works there. */
  isInLayer?: boolean;
}) {
  const [steps, setSteps] = useState<{ history: History<Draft>; mergeKey: string | null }>(() => ({
    history: startHistory(draft),
    mergeKey: null,
  }));
  // A draft that the caller replaced starts anew.
  const history = steps.history.present === draft ? steps.history : startHistory(draft);

  const take = useCallback(
    (next: History<Draft>, mergeKey: string | null = null) => {
      setSteps({ history: next, mergeKey });
      onChange(next.present);
    },
    [onChange],
  );
  const edit = (next: Draft, mergeKey?: string) =>
    take(record(history, next, mergeKey !== undefined && mergeKey === steps.mergeKey), mergeKey ?? null);
  const goBack = useCallback(() => history.past.length > 0 && take(undo(history)), [history, take]);
  const goOn = useCallback(() => history.future.length > 0 && take(redo(history)), [history, take]);
  useEditorKeys({ undo: goBack, redo: goOn, isInLayer });
  const { catalog, calendar, asOf, currency } = facts;
  const { definition } = toDefinition(draft, catalog);
  return (
    <EditingProvider draft={draft} onEdit={edit} facts={facts}>
      <div className="flex min-h-0 flex-1 flex-col">
        <RulesPane
          undo={history.past.length > 0 ? goBack : null}
          redo={history.future.length > 0 ? goOn : null}
          empty={<p className="px-4 pb-3 text-ink-3">No condition yet, so everybody matches.</p>}
        />
        <Sentence definition={definition} words={{ catalog, calendar, asOf, currency }} />
      </div>
    </EditingProvider>
  );
}
