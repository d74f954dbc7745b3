'use client';
import { Popover } from '#components/ui/popover.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import type { SniffedView } from '#lib/imports/import-view.ts';
import type { ImportOptions } from '#lib/imports/options.ts';

const delimiterNames: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };
const lineEndNames = { lf: 'LF', crlf: 'CR LF', cr: 'CR' } as const;
const encodings: { value: ImportOptions['encoding']; label: string }[] = [
  { value: 'auto', label: 'As found' },
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'windows-1252', label: 'Windows-1252' },
  { value: 'macintosh', label: 'Mac Roman' },
  { value: 'utf-16le', label: 'UTF-16 LE' },
  { value: 'utf-16be', label: 'UTF-16 BE' },
];
/** A tab cannot be a select's visible value, so delimiters have names here. */
const delimiters = [
  { value: 'auto', label: 'As found', sign: 'auto' },
  { value: 'comma', label: 'Comma', sign: ',' },
  { value: 'semicolon', label: 'Semicolon', sign: ';' },
  { value: 'tab', label: 'Tab', sign: '\t' },
  { value: 'bar', label: 'Bar', sign: '|' },
];

function Fact({ label, value, evidence }: { label: string; value: string; evidence?: string }) {
  return (
    <span className="whitespace-nowrap">
      <span className="text-ink-3">{label}</span> <span className="font-medium">{value}</span>
      {evidence && <span className="text-ink-3"> {evidence}</span>}
    </span>
  );
}

/** What was found out about the file, each with its evidence. */
export function SniffLine({
  sniffed,
  options,
  onChange,
}: {
  sniffed: SniffedView;
  options: ImportOptions;
  onChange: (next: ImportOptions) => void;
}) {
  const { encoding, layout, decimal } = sniffed;
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-5 gap-y-1.5 border-b border-line px-4 py-1.5">
      <Fact label="Encoding" value={encoding.label} evidence={encoding.evidence} />
      <Fact
        label="Separator"
        value={delimiterNames[layout.delimiter] ?? `“${layout.delimiter}”`}
        evidence={layout.delimiterEvidence.replace(/^\d+ columns /, '')}
      />
      {layout.lineEnd !== 'lf' && <Fact label="Line ends" value={lineEndNames[layout.lineEnd]} />}
      <Fact
        label="Decimals"
        value={decimal.mark}
        evidence={decimal.evidence.startsWith('“') ? decimal.evidence : ''}
      />
      <Popover
        label="How the file is read"
        align="end"
        trigger={
          <Button variant="link" className="ml-auto">
            Change
          </Button>
        }
      >
        <div className="grid w-56 gap-3">
          <p className="text-12 text-ink-3">
            {layout.lineEndEvidence}. {sniffed.header.evidence}.
          </p>
          <Field label="Encoding">
            <Select
              size="lg"
              value={options.encoding}
              onValueChange={(value) => onChange({ ...options, encoding: value })}
              options={encodings}
            />
          </Field>
          <Field label="Separator">
            <Select
              size="lg"
              value={delimiters.find((entry) => entry.sign === options.delimiter)?.value ?? 'auto'}
              onValueChange={(value) => {
                const sign = delimiters.find((entry) => entry.value === value)?.sign ?? 'auto';
                onChange({ ...options, delimiter: sign });
              }}
              options={delimiters}
            />
          </Field>
        </div>
      </Popover>
    </div>
  );
}
