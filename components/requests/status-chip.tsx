import { Chip } from '#components/ui/chip.tsx';
import type { AccountRequest } from '#lib/shared/request-shapes.ts';
import { statusWords } from './request-words.ts';

/** Whether a request is open, and how it was decided. */
export function StatusChip({ status }: { status: AccountRequest['status'] }) {
  const { label, tone } = statusWords[status];
  return tone ? <Chip tone={tone}>{label}</Chip> : <Chip>{label}</Chip>;
}
