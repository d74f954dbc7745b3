'use client';
import { Command } from 'cmdk';
import { ArrowRight, Search } from 'lucide-react';
import { Dialog as RadixDialog } from 'radix-ui';
import { type ReactNode, useEffect, useState } from 'react';
import { foldText } from '#lib/shared/text.ts';
import { scrimClass } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { onOpenPalette } from '../ui/shortcut-events.ts';
import type { RecordHit } from './record-search.ts';

/** A page or action the palette offers without asking the server. */
export type PaletteEntry = {
  label: string;
  group: string;
  icon?: ReactNode;
  keys?: string[];
  run: () => void;
};

export type PaletteProps = {
  entries: PaletteEntry[];
  search: SearchRecords;
  onGo: (href: string) => void;
  /** It was asked for before it was there. */
  startsOpen?: boolean;
  /** What was typed before it was there. */
  startsWith?: string;
  /** It takes what is typed from now on. */
  onThere?: () => void;
};

export type SearchRecords = (text: string, signal: AbortSignal) => Promise<RecordHit[]>;

const DEBOUNCE_MS = 120;
const LEAST_CHARS = 2;
const row =
  'flex min-h-8 cursor-pointer items-center gap-2.5 rounded-2 px-2.5 py-1 data-[selected=true]:bg-press max-sm:min-h-11 [&_svg]:size-4 [&_svg]:text-ink-3';

function entryValue(entry: PaletteEntry): string {
  return `${entry.group} ${entry.label}`;
}

function useHits(text: string, open: boolean, search: SearchRecords) {
  const [found, setFound] = useState<{ text: string; hits: RecordHit[]; failed: boolean }>({
    text: '',
    hits: [],
    failed: false,
  });
  const wanted = text.trim();
  useEffect(() => {
    if (!open || wanted.length < LEAST_CHARS) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      search(wanted, controller.signal).then(
        (hits) => setFound({ text: wanted, hits, failed: false }),
        () => {
          if (!controller.signal.aborted) setFound({ text: wanted, hits: [], failed: true });
        },
      );
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [wanted, open, search]);
  if (wanted.length < LEAST_CHARS) return { hits: [], failed: false, pending: false };
  return { hits: found.hits, failed: found.failed, pending: found.text !== wanted };
}

/** ⌘K: any record, page or action by typing its name. */
export function CommandPalette({
  entries,
  search,
  onGo,
  startsOpen = false,
  startsWith = '',
  onThere,
}: PaletteProps) {
  const [open, setOpen] = useState(startsOpen);
  const [text, setText] = useState(startsWith);
  const [place, setPlace] = useState<{ list: string; value: string } | null>(null);
  useEffect(() => onOpenPalette(() => setOpen(true)), []);
  const { hits, failed, pending } = useHits(text, open, search);
  const wanted = foldText(text);
  const offered = entries.filter((entry) => foldText(entry.label).includes(wanted));
  const groups = [...new Set(offered.map((entry) => entry.group))];
  const kinds = [...new Set(hits.map((hit) => hit.kind))];

  // The list in shown order: while it stays the same the person's place stays, else the first is ready for Enter.
  const values = [
    ...kinds.flatMap((kind) => hits.filter((hit) => hit.kind === kind).map((hit) => hit.id)),
    ...groups.flatMap((group) => offered.filter((entry) => entry.group === group).map(entryValue)),
  ];
  const list = values.join('\n');
  const current = place?.list === list ? place.value : (values[0] ?? '');

  function close(next: boolean): void {
    setOpen(next);
    if (!next) setText('');
  }

  return (
    <RadixDialog.Root open={open} onOpenChange={close}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={scrimClass} />
        <RadixDialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={() => onThere?.()}
          className="fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-32px)] max-w-150 -translate-x-1/2 overflow-hidden rounded-3 bg-raised text-13 text-ink shadow-pop outline-none max-sm:top-2"
        >
          <RadixDialog.Title className="sr-only">Find a record, page or action</RadixDialog.Title>
          <Command
            label="Find a record, page or action"
            shouldFilter={false}
            loop
            value={current}
            onValueChange={(value) => setPlace({ list, value })}
          >
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Search className="size-4 text-ink-3" aria-hidden />
              <Command.Input
                value={text}
                onValueChange={setText}
                placeholder="Find an account, contact, segment, page or action"
                className="h-11 min-w-0 flex-1 bg-transparent text-14 outline-none max-sm:text-16"
              />
              <Kbd>Esc</Kbd>
            </div>
            <Command.List className="max-h-[min(420px,70vh)] overflow-auto p-1.5 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-ink-3">
              {kinds.map((kind) => (
                <Command.Group key={kind} heading={kind} className={pending ? 'is-stale' : undefined}>
                  {hits
                    .filter((hit) => hit.kind === kind)
                    .map((hit) => (
                      <Command.Item
                        key={hit.id}
                        value={hit.id}
                        onSelect={() => {
                          close(false);
                          onGo(hit.href);
                        }}
                        className={row}
                      >
                        <span className="min-w-0 truncate font-medium">{hit.label}</span>
                        {hit.hint && <span className="min-w-0 truncate text-12 text-ink-3">{hit.hint}</span>}
                      </Command.Item>
                    ))}
                </Command.Group>
              ))}
              {groups.map((group) => (
                <Command.Group key={group} heading={group}>
                  {offered
                    .filter((entry) => entry.group === group)
                    .map((entry) => (
                      <Command.Item
                        key={entry.label}
                        value={entryValue(entry)}
                        onSelect={() => {
                          close(false);
                          entry.run();
                        }}
                        className={row}
                      >
                        {entry.icon ?? <ArrowRight aria-hidden />}
                        <span className="min-w-0 flex-1 truncate">{entry.label}</span>
                        {entry.keys?.map((key) => (
                          <Kbd key={key}>{key}</Kbd>
                        ))}
                      </Command.Item>
                    ))}
                </Command.Group>
              ))}
            </Command.List>
            <div role="status" className="px-4 text-12 text-ink-3">
              {failed && (
                <p className="pb-3">The records could not be searched. Pages and actions still work.</p>
              )}
              {!failed && !pending && wanted !== '' && hits.length === 0 && offered.length === 0 && (
                <p className="pb-3">Nothing is called “{text.trim()}”.</p>
              )}
            </div>
          </Command>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
