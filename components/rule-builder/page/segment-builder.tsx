'use client';
import dynamic from 'next/dynamic';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { BulkFacts } from '#components/accounts/bulk-actions.tsx';
import { usePageShortcuts } from '#components/layout/shortcuts.ts';
import { announce } from '#components/ui/announcer.tsx';
import { useMediaQuery } from '#components/table/use-media-query.ts';
import { canonicalText } from '#lib/rules/canonical.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { record, startHistory } from '#lib/rules/edit/history.ts';
import { findField } from '#lib/rules/catalog.ts';
import { type PackedCatalog, unpackCatalog } from '#lib/rules/packed-catalog.ts';
import type { Ask } from '#lib/rules/templates.ts';
import { toDefinition } from '#lib/rules/to-definition.ts';
import { formatCount } from '#lib/shared/format.ts';
import type { WorkspaceSettings } from '#lib/shared/workspace-settings.ts';
import { publishRefusal } from '../condition-counts.ts';
import { EditingProvider } from '../editing-provider.tsx';
import { RulesPane } from '../rules-pane.tsx';
import { Sentence } from '../sentence.tsx';
import { useDraftHistory } from '../use-draft-history.ts';
import { useEditorKeys } from '../use-editor-keys.ts';
import { isNumeric } from '../who/breakdown-row.tsx';
import { useBoardAddress } from '../who/use-board-address.ts';
import { usePreview } from '../who/use-preview.ts';
import { WhoPane } from '../who/who-pane.tsx';
import { BuilderHeader } from './builder-header.tsx';
import type { HeaderFacts } from './header-facts.ts';
import { SavedState } from './saved-state.tsx';
import { useAutosave } from './use-autosave.ts';
import { useInsights } from './use-insights.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { StartChoices } from './start-choices.tsx';
import { RulesOutline } from './rules-outline.tsx';

export type BuilderFacts = HeaderFacts & {
  name: string;
  draft: Draft;
  version: number;
  updatedAt: number;
  publishedRule: SegmentDefinition | null;
  catalog: PackedCatalog;
  knownValues: Record<string, string[]>;
  bulk: BulkFacts;
  settings: WorkspaceSettings;
  now: number;
};

const ConflictDialog = dynamic(
  () => import('./conflict-dialog.tsx').then((module) => module.ConflictDialog),
  { ssr: false },
);

const shortcuts = {
  title: 'Segment builder',
  shortcuts: [
    { keys: ['A'], label: 'Add a condition' },
    { keys: ['⌘', 'Z'], label: 'Undo' },
    { keys: ['⇧', '⌘', 'Z'], label: 'Redo' },
    { keys: ['Alt', '↑'], label: 'Move the condition up' },
    { keys: ['Alt', '↓'], label: 'Move the condition down' },
    { keys: ['M'], label: 'Mute the condition' },
    { keys: ['D'], label: 'Duplicate the condition' },
    { keys: ['Del'], label: 'Remove the condition' },
    { keys: ['W'], label: 'Why is it in?' },
    { keys: ['X'], label: 'Choose a record for a bulk action' },
  ],
};

const nothing = () => {};

/** Whether two rules ask the same, whatever their node ids. */
function isSameRule(a: SegmentDefinition, b: SegmentDefinition | null): boolean {
  return b !== null && a.entity === b.entity && canonicalText(a.root) === canonicalText(b.root);
}

/** The segment builder: rules at the left, who is in it at the right. */
export function SegmentBuilder({ facts }: { facts: BuilderFacts }) {
  const { segment, settings, rights } = facts;
  const catalog = useMemo(() => unpackCatalog(facts.catalog), [facts.catalog]);
  const { history, draft, edit, undo, redo, restore } = useDraftHistory(facts.draft);
  const [name, setName] = useState(facts.name);
  const [asks, setAsks] = useState<ReadonlyMap<string, string>>(new Map());
  const [attempt, setAttempt] = useState(0);
  const [isComparing, setComparing] = useState(true);
  const isPhone = useMediaQuery('(max-width: 1023px)');
  const isReadOnly = !rights.edit || segment.archivedAt !== null || isPhone;
  const autosave = useAutosave({
    segmentId: segment.id,
    history,
    stored: { name: facts.name, draft: facts.draft, version: facts.version },
    savedAt: facts.updatedAt,
    isOff: !rights.edit || segment.archivedAt !== null,
  });
  useKeptDraft({
    segmentId: segment.id,
    history,
    stored: facts,
    version: autosave.version,
    isSaved: autosave.isSaved,
    adopt: autosave.adopt,
    doubt: autosave.doubt,
    restore,
  });
  usePageShortcuts(shortcuts);
  useEditorKeys({ undo: (!isReadOnly && undo) || nothing, redo: (!isReadOnly && redo) || nothing });

  const { definition, omitted } = useMemo(() => toDefinition(draft, catalog), [draft, catalog]);
  const address = useBoardAddress(draft.entity, (field) => findField(catalog, draft.entity, field) !== null);
  const fields = address.fields.filter((field) => findField(catalog, draft.entity, field));
  const [numbers, values] = [true, false].map((wanted) =>
    fields.filter((field) => isNumeric(findField(catalog, draft.entity, field)) === wanted),
  );
  const preview = usePreview(
    {
      definition,
      sort: address.sort,
      breakdowns: values ?? [],
      histograms: numbers ?? [],
      segmentId: segment.id,
      comparedTo: facts.published ? segment.id : null,
    },
    attempt,
  );
  const { insights, near } = useInsights(draft, definition, catalog, preview);
  useCountAnnounced(preview.isMainStale ? null : (preview.main?.count ?? null), draft.entity);

  const calendar = { timeZone: settings.timeZone, fiscalYearStartMonth: settings.fiscalYearStartMonth };
  const words = { catalog, calendar, asOf: facts.now, currency: settings.currency };
  const start = useCallback(
    (next: Draft, open: Ask[]) => {
      edit(next);
      setAsks(new Map(open.map(({ nodeId, question }) => [nodeId, question])));
    },
    [edit],
  );
  const rename = async (next: string): Promise<string | null> => {
    const problem = await autosave.put({ name: next });
    if (problem === null) setName(next);
    return problem;
  };

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <BuilderHeader
        facts={facts}
        name={name}
        isReadOnly={isReadOnly}
        hasChanges={!isSameRule(definition, facts.publishedRule) || omitted.length > 0}
        saved={
          <SavedState
            saving={autosave.saving}
            now={facts.now}
            onRetry={() => void autosave.retry()}
            onCompare={() => setComparing(true)}
          />
        }
        refusal={publishRefusal(draft, new Map(omitted.map((one) => [one.id, one])))}
        onReview={autosave.flush}
        onRename={rename}
      />
      <EditingProvider
        draft={draft}
        onEdit={edit}
        facts={{ ...words, knownValues: facts.knownValues, insights, asks, isReadOnly }}
      >
        <div className="grid min-h-0 flex-1 grid-cols-[536px_minmax(0,1fr)] max-lg:flex max-lg:flex-col max-lg:overflow-auto">
          <section aria-label="Rules" className="flex min-h-0 flex-col max-lg:shrink-0">
            {isReadOnly ? (
              <RulesOutline isTooNarrow={rights.edit && segment.archivedAt === null} />
            ) : (
              <RulesPane undo={undo} redo={redo} empty={<StartChoices onStart={start} />} />
            )}
            <Sentence definition={definition} words={words} name={name} segmentId={segment.id} />
          </section>
          <section
            aria-label="Who is in it"
            className="flex min-h-0 min-w-0 flex-col border-l border-line max-lg:min-h-[80dvh] max-lg:shrink-0 max-lg:border-t max-lg:border-l-0"
          >
            <WhoPane
              preview={preview}
              near={near}
              address={address}
              onAskAgain={() => setAttempt((count) => count + 1)}
              facts={{
                pinned: { id: segment.id, name, entity: segment.entity, kind: segment.kind },
                noPin: rights.publish ? null : rights.noPublish,
                bulk: facts.bulk,
                tamId: settings.tamSegmentId,
                name,
                published:
                  facts.published && facts.publishedRule
                    ? { number: facts.published.number, definition: facts.publishedRule }
                    : null,
                currency: settings.currency,
                timeZone: settings.timeZone,
                viability: settings.viability,
                noExport: rights.export ? null : rights.noExport,
              }}
            />
          </section>
        </div>
      </EditingProvider>
      {autosave.saving.state === 'conflict' && (
        <ConflictDialog
          segmentId={segment.id}
          problem={autosave.saving.problem}
          drafts={{ base: autosave.saving.base, mine: draft, theirs: autosave.saving.theirs }}
          words={words}
          isOpen={isComparing}
          onOpenChange={setComparing}
          onSettle={(chosen) => {
            const { saving } = autosave;
            autosave.settle(chosen);
            setComparing(true);
            if (saving.state !== 'conflict') return;
            // Whichever is chosen, undo leads to the others.
            const { theirs } = saving;
            restore(
              chosen === theirs
                ? record(history, theirs)
                : record(record(startHistory(theirs), draft), chosen),
            );
          }}
        />
      )}
    </div>
  );
}

const ANNOUNCE_AFTER_MS = 600;

/** Says the new count once it has stood for a moment, so that typing is not talked over. */
function useCountAnnounced(count: number | null, noun: string): void {
  useEffect(() => {
    if (count === null) return;
    const sentence = `${formatCount(count, noun)} ${count === 1 ? 'matches' : 'match'}`;
    const timer = setTimeout(() => announce(sentence), ANNOUNCE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [count, noun]);
}
