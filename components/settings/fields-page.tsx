'use client';
import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import { type CustomFieldView, customField } from '#lib/shared/field-shapes.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import { api, problemText } from '../api-client.ts';
import type { DataColumn } from '../table/columns.ts';
import { DataTable } from '../table/data-table.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { toastError, toastUndo } from '../ui/toast.ts';
import { FieldDialog } from './field-dialog.tsx';
import { entityLabels, typeLabels } from './field-words.ts';
import { useRouter } from 'next/navigation';

/** The workspace's own fields: add, rename, take out of use. */
export function FieldsPage({ fields, mayEdit }: { fields: CustomFieldView[]; mayEdit: boolean }) {
  const router = useRouter();
  const [edited, setEdited] = useState<CustomFieldView | 'new' | null>(null);
  const archive = async (field: CustomFieldView) => {
    try {
      await api(`/fields/custom/${field.id}`, { method: 'DELETE', schema: z.undefined() });
      toastUndo(`“${field.label}” is out of use. Its values stay stored.`, () => void restore(field));
      router.refresh();
    } catch (error) {
      toastError(problemText(error));
    }
  };
  const restore = async (field: CustomFieldView) => {
    try {
      await api(`/fields/custom/${field.id}/restore`, { method: 'POST', schema: customField });
      router.refresh();
    } catch (error) {
      toastError(problemText(error));
    }
  };
  const add = (
    <Button variant="primary" className="ml-auto" onClick={() => setEdited('new')}>
      <Plus aria-hidden /> Add a field
    </Button>
  );
  const menu = (field: CustomFieldView) => (
    <Menu
      align="end"
      trigger={
        <IconButton size="sm" label={`Actions for ${field.label}`}>
          <Ellipsis aria-hidden />
        </IconButton>
      }
      items={[
        { label: 'Rename', onSelect: () => setEdited(field) },
        {
          label: 'Take out of use',
          danger: true,
          onSelect: () => void archive(field),
          ...(field.usedBy.length > 0 ? { reason: `Used by ${field.usedBy.join(', ')}` } : {}),
        },
      ]}
    />
  );
  const actions: DataColumn<CustomFieldView> = {
    id: 'actions',
    header: 'Actions',
    width: 72,
    align: 'right',
    interactive: true,
    cell: menu,
  };
  return (
    <>
      <DataTable
        label="Custom fields"
        columns={mayEdit ? [...columns, actions] : columns}
        rows={fields}
        rowId={(field) => field.id}
        columnsMenu={false}
        phoneRow={(field) => (
          <span className="flex h-full items-center gap-2 px-4">
            <span className="grid min-w-0 flex-1">
              <span className="truncate font-medium">{field.label}</span>
              <span className="truncate text-12 text-ink-3">
                {entityLabels[field.entity]} · {typeLabels[field.type]} ·{' '}
                {formatCount(field.records, 'record')}
              </span>
            </span>
            {mayEdit && menu(field)}
          </span>
        )}
        toolbar={
          <div className="flex flex-1 items-center gap-2">
            <span className="text-ink-3">
              Fields of your own work in rules, tables and imports like the built-in ones.
            </span>
            {mayEdit && add}
          </div>
        }
        empty={
          <EmptyState title="There are no custom fields yet.">
            Add one for what your market is about, for example plants or certifications; an import can add
            them too.
          </EmptyState>
        }
      />
      {edited && <FieldDialog field={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}

const columns: DataColumn<CustomFieldView>[] = [
  {
    id: 'label',
    header: 'Field',
    width: 180,
    grow: 2,
    sortable: true,
    value: (field) => field.label,
    cell: (field) => <span className="truncate font-medium">{field.label}</span>,
  },
  {
    id: 'entity',
    header: 'Of',
    width: 110,
    sortable: true,
    value: (field) => entityLabels[field.entity],
    cell: (field) => entityLabels[field.entity],
  },
  {
    id: 'type',
    header: 'Type',
    width: 120,
    sortable: true,
    value: (field) => typeLabels[field.type],
    cell: (field) => `${typeLabels[field.type]}${field.unit ? ` (${field.unit})` : ''}`,
  },
  {
    id: 'key',
    header: 'Key',
    width: 170,
    grow: 1,
    cell: (field) => <code className="truncate font-mono text-12 text-ink-2">{field.key}</code>,
  },
  {
    id: 'records',
    header: 'Records with a value',
    width: 160,
    align: 'right',
    sortable: true,
    descFirst: true,
    value: (field) => field.records,
    cell: (field) => formatNumber(field.records),
  },
  {
    id: 'usedBy',
    header: 'Used by',
    width: 160,
    grow: 2,
    cell: (field) =>
      field.usedBy.length > 0 ? (
        <span className="truncate" title={field.usedBy.join(', ')}>
          {field.usedBy.join(', ')}
        </span>
      ) : (
        <span className="text-ink-3">–</span>
      ),
  },
];
