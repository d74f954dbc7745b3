'use client';
import { Plus, X } from 'lucide-react';
import type { CurrencyRate } from '#lib/shared/settings-shapes.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Input } from '../ui/input.tsx';
import { NumberInput } from '../ui/number-input.tsx';

type Props = {
  currency: string;
  rates: CurrencyRate[];
  onChange: (rates: CurrencyRate[]) => void;
  /** By path, for example `currencyRates.0.rate`. */
  errors: Record<string, string>;
  mayEdit: boolean;
};

/** What imports convert amounts in other currencies by. */
export function CurrencyRates({ currency, rates, onChange, errors, mayEdit }: Props) {
  const change = (at: number, part: Partial<CurrencyRate>) =>
    onChange(rates.map((rate, index) => (index === at ? { ...rate, ...part } : rate)));
  const error = Object.entries(errors).find(([path]) => path.startsWith('currencyRates'))?.[1];
  return (
    <div className="grid content-start gap-1">
      <p className="text-13 font-medium">Other currencies</p>
      {rates.map((rate, at) => (
        <div key={at} className="flex items-center gap-2">
          <span className="text-ink-3">1</span>
          <Input
            aria-label={`Currency ${at + 1}`}
            className="w-16"
            maxLength={3}
            value={rate.currency}
            onChange={(event) => change(at, { currency: event.target.value.toUpperCase() })}
          />
          <span className="text-ink-3">=</span>
          <NumberInput
            aria-label={`Rate of ${rate.currency || `currency ${at + 1}`}`}
            unit={currency}
            value={rate.rate}
            onValueChange={(value) => change(at, { rate: value ?? 0 })}
          />
          {mayEdit && (
            <IconButton
              label={`Remove ${rate.currency}`}
              onClick={() => onChange(rates.filter((_, index) => index !== at))}
            >
              <X aria-hidden />
            </IconButton>
          )}
        </div>
      ))}
      {rates.length === 0 && (
        <p className="text-12 text-ink-3">None. Amounts in other currencies are refused.</p>
      )}
      {error && (
        <p role="alert" className="text-12 text-bad-ink">
          {error}
        </p>
      )}
      {mayEdit && (
        <Button
          size="sm"
          className="justify-self-start"
          onClick={() => onChange([...rates, { currency: '', rate: 1 }])}
        >
          <Plus aria-hidden /> Add a currency
        </Button>
      )}
    </div>
  );
}
