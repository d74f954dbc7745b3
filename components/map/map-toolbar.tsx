'use client';
import { Brush, ChevronLeft, Hand, Lasso } from 'lucide-react';
import { RuleFilter } from '#components/territories/rule-filter.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { Select } from '#components/ui/select.tsx';
import { Tooltip } from '#components/ui/tooltip.tsx';
import { stateLabel } from '#lib/shared/states.ts';
import type { ColourBy } from './colouring.ts';
import type { MapAddress } from './use-map-address.ts';
import type { MapTool } from './use-map-gestures.ts';

const tools = [
  { value: 'move', name: 'Move the map', hint: 'Drag moves the map, a click chooses', icon: Hand },
  { value: 'lasso', name: 'Lasso', hint: 'Draw round accounts; Shift adds, Alt takes away', icon: Lasso },
  { value: 'paint', name: 'Paint regions', hint: 'Brush over regions; Alt takes away', icon: Brush },
] as const;

/** What the map shows, how it is coloured and filtered, and what dragging on it does. */
export function MapToolbar({
  address,
  onAddress,
  holderLabel,
  tool,
  onTool,
  changes,
  onChanges,
  chips,
  ruleSummary,
}: {
  address: MapAddress;
  onAddress: (change: Partial<MapAddress>) => void;
  /** What holders of the chosen slot are called. */
  holderLabel: string;
  tool: MapTool;
  /** Null where nothing may be chosen. */
  onTool: ((tool: MapTool) => void) | null;
  changes: boolean;
  onChanges: (on: boolean) => void;
  /** Filters that come from the plan: territory and holder. */
  chips: { name: string; onRemove: () => void }[];
  /** What a rule leaves, where there is one. */
  ruleSummary: string;
}) {
  const colours: { value: ColourBy; label: string }[] = [
    { value: 'territory', label: 'Territory' },
    { value: 'holder', label: holderLabel },
    { value: 'potential', label: 'Potential' },
    { value: 'changes', label: 'Changes and unassigned' },
  ];
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1.5">
      {address.state ? (
        <Button size="md" onClick={() => onAddress({ state: null })}>
          <ChevronLeft aria-hidden />
          {stateLabel(address.state)}
        </Button>
      ) : (
        <Segmented
          label="Map"
          value={address.map}
          onValueChange={(map) => onAddress({ map })}
          options={[
            { value: 'us', label: 'US' },
            { value: 'world', label: 'World' },
          ]}
        />
      )}
      <Segmented
        label="Show"
        value={address.areas ? 'areas' : 'accounts'}
        onValueChange={(shown) => onAddress({ areas: shown === 'areas' })}
        options={[
          { value: 'accounts', label: 'Accounts' },
          { value: 'areas', label: 'Areas' },
        ]}
      />
      {onTool && (
        <Segmented
          label="Tool"
          className="max-sm:hidden"
          value={tool}
          onValueChange={onTool}
          options={tools.map(({ value, name, hint, icon: Icon }) => ({
            value,
            name,
            label: (
              <Tooltip content={hint}>
                <span>
                  <Icon aria-hidden />
                </span>
              </Tooltip>
            ),
          }))}
        />
      )}
      <Select
        label="Colour by"
        prefix="Colour"
        value={address.colour}
        onValueChange={(colour) => onAddress({ colour })}
        options={colours}
      />
      <Checkbox checked={changes} onCheckedChange={(on) => onChanges(on === true)}>
        Only changes
      </Checkbox>
      <RuleFilter summary={ruleSummary} />
      {chips.map(({ name, onRemove }) => (
        <Chip key={name} name={name} onRemove={onRemove}>
          {name}
        </Chip>
      ))}
    </div>
  );
}
