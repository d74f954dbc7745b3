'use client';
import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import { formatMoney, formatNumber } from '#lib/shared/format.ts';
import { type Product, product } from '#lib/shared/stage-shapes.ts';
import { api } from '../api-client.ts';
import { FormMessage } from '../auth/form-message.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Input } from '../ui/input.tsx';
import { Menu } from '../ui/menu.tsx';
import { NumberInput } from '../ui/number-input.tsx';
import { SectionHeader } from '../ui/section-header.tsx';
import { toastError } from '../ui/toast.ts';
import { useSubmit } from './use-submit.ts';
import { TableScroll } from '../ui/table-scroll.tsx';

const cell = 'border-b border-line py-1.5 pr-2';
const head = `${cell} text-12 font-normal text-ink-3`;

/** The product table: names that deals are matched with, families and list prices. */
export function ProductTable({
  products,
  currency,
  mayEdit,
}: {
  products: Product[];
  currency: string;
  mayEdit: boolean;
}) {
  const [edited, setEdited] = useState<Product | 'new' | null>(null);
  const { submit } = useSubmit();
  const remove = async (one: Product) => {
    if (one.deals > 0) return toastError(`“${one.name}” cannot be removed, because deals are for it.`);
    await submit(
      () => api(`/products/${one.id}`, { method: 'DELETE', schema: z.undefined() }),
      `${one.name} removed`,
    );
  };
  return (
    <section className="min-w-0">
      <SectionHeader
        title="Products"
        actions={
          mayEdit && (
            <Button onClick={() => setEdited('new')}>
              <Plus aria-hidden /> Add a product
            </Button>
          )
        }
      />
      {products.length === 0 ? (
        <p className="py-2 text-ink-2">No products yet. Import a product list, or add them here.</p>
      ) : (
        <TableScroll label="Products">
          <table className="w-full border-collapse text-left">
            <thead>
              <tr>
                <th className={head}>Product</th>
                <th className={head}>Family</th>
                <th className={`${head} text-right`}>List price</th>
                <th className={`${head} text-right`}>Deals</th>
                {mayEdit && (
                  <th className={head}>
                    <span className="sr-only">Actions</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {products.map((one) => (
                <tr key={one.id}>
                  <td className={`${cell} font-medium`}>{one.name}</td>
                  <td className={cell}>{one.family ?? <span className="text-ink-3">–</span>}</td>
                  <td className={`${cell} text-right`}>
                    {one.listPriceAmount === null ? (
                      <span className="text-ink-3">–</span>
                    ) : (
                      formatMoney(one.listPriceAmount, currency)
                    )}
                  </td>
                  <td className={`${cell} text-right`}>{formatNumber(one.deals)}</td>
                  {mayEdit && (
                    <td className={`${cell} w-8 text-right`}>
                      <Menu
                        trigger={
                          <IconButton size="sm" label={`Actions for ${one.name}`}>
                            <Ellipsis aria-hidden />
                          </IconButton>
                        }
                        items={[
                          { label: 'Edit', onSelect: () => setEdited(one) },
                          { label: 'Remove', danger: true, onSelect: () => void remove(one) },
                        ]}
                      />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {edited && (
        <ProductDialog
          product={edited === 'new' ? null : edited}
          currency={currency}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  );
}

function ProductDialog({
  product: one,
  currency,
  onClose,
}: {
  product: Product | null;
  currency: string;
  onClose: () => void;
}) {
  const [name, setName] = useState(one?.name ?? '');
  const [family, setFamily] = useState(one?.family ?? '');
  const [listPriceAmount, setPrice] = useState(one?.listPriceAmount ?? null);
  const { isBusy, refusal, submit } = useSubmit();
  const save = async () => {
    const body = { name, family: family.trim() === '' ? null : family, listPriceAmount };
    const path = one ? `/products/${one.id}` : '/products';
    const saved = await submit(
      () => api(path, { method: one ? 'PUT' : 'POST', body, schema: product }),
      `${name} saved`,
    );
    if (saved) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={one ? `Edit ${one.name}` : 'Add a product'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={isBusy} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field label="Name" refusal={refusal.fields.name}>
          <Input value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label="Family" optional refusal={refusal.fields.family}>
          <Input value={family} onChange={(event) => setFamily(event.target.value)} />
        </Field>
        <Field label="List price" optional refusal={refusal.fields.listPriceAmount}>
          <NumberInput unit={currency} value={listPriceAmount} onValueChange={setPrice} />
        </Field>
        <FormMessage>{refusal.message}</FormMessage>
      </div>
    </Dialog>
  );
}
