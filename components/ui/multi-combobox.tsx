'use client';
import { ChevronDown } from 'lucide-react';
import { formatNumber } from '#lib/shared/format.ts';
import { type ClipboardEvent, Fragment, type ReactElement, useState } from 'react';
import { announce } from './announcer.tsx';
import { Button } from './button.tsx';
import { Chip } from './chip.tsx';
import { cn } from './cn.ts';
import { ComboList } from './combo-list.tsx';
import { type ComboOption, type LoadOptions, useComboOptions } from './combo-options.ts';
import { comboTriggerClass } from './combobox.tsx';
import { PasteSummary } from './paste-summary.tsx';
import { type Pasted, type PasteReport, piecesOf, resolveAgainst, splitPasted } from './pasted-values.ts';
import { Popover } from './popover.tsx';

const SHOWN_CHIPS = 2;

/**
 * Many values of a list, each with its count. Pasting several (lines, tabs, semicolons or commas) adds those that exist
 * and names those that do not.
 */
export function MultiCombobox({
  label,
  value,
  onValueChange,
  options,
  loadOptions,
  labelOf,
  resolvePasted,
  onDownloadMissing,
  countNoun,
  placeholder = 'Choose values',
  trigger,
  defaultOpen = false,
  size = 'md',
  className,
  id,
  ...aria
}: {
  label: string;
  value: string[];
  onValueChange: (value: string[]) => void;
  options?: ComboOption[];
  /** Stable function (module scope or memoised); replaces `options`. */
  loadOptions?: LoadOptions;
  /** Text of a chosen value that is not among the options at hand. */
  labelOf?: (value: string) => string;
  /** Looks pasted texts up on the server; without it they are matched with the options at hand. */
  resolvePasted?: (texts: string[]) => Promise<PasteReport>;
  /** Saves the pasted texts that no record has as a file. */
  onDownloadMissing?: (texts: string[]) => void;
  placeholder?: string;
  trigger?: ReactElement;
  defaultOpen?: boolean;
  /** What the numbers beside the options count, where that is not what the reader would take them for. */
  countNoun?: string;
  /** `lg` in forms: 32 px, full width. */
  size?: 'md' | 'lg';
  className?: string;
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}) {
  const [open, setOpen] = useState(defaultOpen);
  const [query, setQuery] = useState('');
  const [pasted, setPasted] = useState<Pasted | null>(null);
  /** What is said while pasted values are looked up, and when that failed. */
  const [looking, setLooking] = useState<string | null>(null);
  const offered = useComboOptions(query, options, loadOptions, open);
  const known = new Map(
    [...(options ?? []), ...offered.options].map((option) => [option.value, option.label]),
  );
  const nameOf = (chosen: string) => known.get(chosen) ?? labelOf?.(chosen) ?? chosen;

  const rest = value.length - SHOWN_CHIPS;
  // The name repeats what is seen, so that it can be spoken to.
  const shownText =
    value.length === 0
      ? placeholder
      : [...value.slice(0, SHOWN_CHIPS).map(nameOf), ...(rest > 0 ? [`+${rest}`] : [])].join(' ');

  function toggleValue(option: ComboOption): void {
    const has = value.includes(option.value);
    onValueChange(has ? value.filter((chosen) => chosen !== option.value) : [...value, option.value]);
  }

  async function paste(event: ClipboardEvent<HTMLInputElement>): Promise<void> {
    const text = event.clipboardData.getData('text');
    const texts = splitPasted(text);
    if (texts.length < 2) return;
    event.preventDefault();
    const pieces = piecesOf(text).length;
    let report: PasteReport;
    setPasted(null);
    setLooking(`Looking ${formatNumber(texts.length)} values up`);
    try {
      report = resolvePasted ? await resolvePasted(texts) : resolveAgainst(options ?? offered.options, texts);
      setLooking(null);
    } catch {
      setLooking('The values could not be looked up, so none was added. Paste them again.');
      return;
    }
    const taken = [...report.found.map((option) => option.value), ...(report.kept ?? [])];
    onValueChange([...new Set([...value, ...taken])]);
    const repeated = pieces - report.found.length - report.missing.length;
    setPasted({ ...report, pasted: pieces, repeated });
    announce(
      `${pieces} pasted: ${report.found.length} known, ${report.missing.length} in no record, ${repeated} repeated`,
    );
  }

  function leaveOut(): void {
    const dropped = new Set(pasted?.kept);
    onValueChange(value.filter((one) => !dropped.has(one)));
    setPasted((before) => {
      if (!before) return null;
      const { kept: _kept, ...rest } = before;
      return rest;
    });
  }

  function toggle(next: boolean): void {
    setOpen(next);
    if (next) return;
    setQuery('');
    setPasted(null);
    setLooking(null);
  }

  return (
    <Popover
      open={open}
      onOpenChange={toggle}
      label={label}
      className="w-84 p-0"
      trigger={
        trigger ?? (
          <button
            {...aria}
            id={id}
            type="button"
            aria-label={`${label}: ${shownText}`}
            className={cn(
              comboTriggerClass,
              size === 'lg' && 'h-8 w-full',
              value.length > 0 && 'px-1',
              className,
            )}
          >
            {value.length === 0 && <span className="text-ink-3">{placeholder}</span>}
            {value.slice(0, SHOWN_CHIPS).map((chosen) => (
              // The space keeps the words apart in the name that is read; flex draws none.
              <Fragment key={chosen}>
                <Chip>{nameOf(chosen)}</Chip>{' '}
              </Fragment>
            ))}
            {rest > 0 && <Chip outline>+{rest}</Chip>}
            <ChevronDown className="ml-auto size-3.5 text-ink-3" aria-hidden />
          </button>
        )
      }
    >
      <ComboList
        label={label}
        offered={offered}
        query={query}
        onQueryChange={setQuery}
        selected={new Set(value)}
        multiple
        onPick={toggleValue}
        onBackspace={() => onValueChange(value.slice(0, -1))}
        onPaste={(event) => void paste(event)}
        placeholder="Search, or paste many values"
        footer={
          <>
            {looking && (
              <p role="status" className="border-t border-line px-3 py-2 text-12">
                {looking}
              </p>
            )}
            {pasted && (
              <PasteSummary
                report={pasted}
                onDownload={onDownloadMissing && (() => onDownloadMissing(pasted.missing))}
                onLeaveOut={pasted.kept && leaveOut}
              />
            )}
            <div className="flex items-center justify-between border-t border-line px-3 py-1.5 text-12 text-ink-3">
              <span>
                {formatNumber(value.length)} chosen{countNoun && ` · numbers count ${countNoun}`}
              </span>
              {value.length > 0 && (
                <Button variant="link" onClick={() => onValueChange([])}>
                  Clear
                </Button>
              )}
            </div>
          </>
        }
      />
    </Popover>
  );
}
