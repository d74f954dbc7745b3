'use client';
import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/select.tsx';
import type { RelatedScope, RootEntity, Window } from '#lib/rules/ast.ts';
import { mainDate } from '#lib/rules/catalog.ts';
import type { DraftRelatedCondition } from '#lib/rules/draft.ts';
import { updateRule } from '#lib/rules/edit/update-rule.ts';
import { DetailsLine, DetailsPanel } from './details-panel.tsx';
import { MeasureEditor } from './measure-editor.tsx';
import { useRuleEditing } from './rule-editing.ts';
import { WindowEditor } from './values/window-editor.tsx';
import { WhereEditor } from './where-editor.tsx';
import { entityWords, relatedName, windowDateType } from './words.ts';

function scopes(root: RootEntity): { value: RelatedScope; label: string }[] {
  const account = { value: 'account' as const, label: 'their account' };
  const family = { value: 'family' as const, label: 'the whole corporate family' };
  if (root === 'account') return [{ value: 'self', label: 'the account itself' }, family];
  return [{ value: 'self', label: 'the contact' }, account, family];
}

/** Everything about a related condition: which rows, whose, since when, how many. */
export function RelatedDetails({ condition }: { condition: DraftRelatedCondition }) {
  const { draft, catalog, edit } = useRuleEditing();
  const { id, entity, window } = condition;
  const change = (next: (node: DraftRelatedCondition) => DraftRelatedCondition, mergeKey?: string) =>
    edit(
      updateRule(draft, id, (node) => (node.kind === 'related' ? next(node) : node)),
      mergeKey ? { mergeKey } : {},
    );
  const dates = [...catalog.fields.values()].filter(
    (field) => field.entity === entity && (field.type === 'day' || field.type === 'instant'),
  );
  const asked = window?.field ?? mainDate[entity] ?? '';
  const firstWindow: Window = {
    ...(entity === 'opportunity' ? { field: 'createdOn' } : {}),
    last: 30,
    unit: 'day',
  };
  return (
    <DetailsPanel label={`Details of ${relatedName(condition)}`}>
      <DetailsLine name="Which">
        <WhereEditor condition={condition} />
      </DetailsLine>
      <DetailsLine name="Whose">
        <Select
          label="Whose rows count"
          value={condition.of ?? 'self'}
          options={scopes(draft.entity)}
          onValueChange={(of) =>
            change(({ of: _before, ...node }) => (of === 'self' ? node : { ...node, of }))
          }
        />
      </DetailsLine>
      <DetailsLine name="When">
        {window ? (
          <div className="flex flex-col gap-2">
            <WindowEditor
              label="Which dates"
              window={window}
              dateType={windowDateType(entity, window, catalog)}
              onChange={(next) => change((node) => ({ ...node, window: next }), `window ${id}`)}
            />
            <div className="flex items-center gap-2">
              {dates.length > 1 && (
                <Select
                  label="By which date"
                  prefix="by"
                  value={asked}
                  options={dates.map((field) => ({ value: field.key, label: field.label }))}
                  onValueChange={(field) =>
                    change((node) => ({ ...node, window: { ...(node.window as Window), field } }))
                  }
                />
              )}
              <Button
                variant="link"
                className="text-12"
                onClick={() => change(({ window: _before, ...node }) => node)}
              >
                Any time
              </Button>
            </div>
          </div>
        ) : (
          <span className="flex h-7 items-center gap-2">
            any time
            <Button
              variant="link"
              className="text-12"
              onClick={() => change((node) => ({ ...node, window: firstWindow }))}
            >
              Limit the dates
            </Button>
          </span>
        )}
      </DetailsLine>
      <DetailsLine name="How many">
        <MeasureEditor condition={condition} onChange={change} noun={entityWords[entity].many} />
      </DetailsLine>
    </DetailsPanel>
  );
}
