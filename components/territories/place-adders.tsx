'use client';
import { CircleDashed, Mail } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { NumberInput } from '#components/ui/number-input.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { countryCodes, countryLabel } from '#lib/shared/countries.ts';
import { formatPlaceCode, foldPostalCode, parsePlaceCode } from '#lib/shared/place-code.ts';

type Adder = { value: readonly string[]; onChange: (places: string[]) => void };

const added = (value: readonly string[], more: readonly string[]) => [...new Set([...value, ...more])];
const countryOptions = countryCodes.map((code) => ({
  value: code,
  label: countryLabel(code),
  keywords: [code],
}));

/** Adds places by how postal codes begin; several at once, however they are parted. */
export function PostalAdder({ value, onChange }: Adder) {
  const [isOpen, setOpen] = useState(false);
  const [country, setCountry] = useState('US');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  function add(event: FormEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const typed = text.split(/[\s,;]+/).filter(Boolean);
    const codes = typed.map((one) => `postal:${country}:${foldPostalCode(one)}`);
    const wrong = typed.filter((_, at) => parsePlaceCode(codes[at] ?? '') === null);
    if (typed.length === 0) return setProblem('Type how the postal codes begin, for example 981 or SW1.');
    if (wrong.length > 0) return setProblem(`${wrong.join(', ')} cannot begin a postal code.`);
    onChange(added(value, codes));
    setText('');
    setProblem(null);
    setOpen(false);
  }

  return (
    <Popover
      label="Postal codes"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm">
          <Mail aria-hidden />
          Postal codes
        </Button>
      }
    >
      <form className="flex w-64 flex-col gap-3" onSubmit={add}>
        <Field label="Country">
          <Combobox
            label="Country"
            size="lg"
            value={country}
            onValueChange={setCountry}
            options={countryOptions}
          />
        </Field>
        <Field
          label="Codes begin with"
          hint="One or several, with spaces or commas between."
          {...(problem ? { error: problem } : {})}
        >
          <Input
            size="lg"
            value={text}
            placeholder="981, 982"
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <Button type="submit" variant="primary">
          Add
        </Button>
      </form>
    </Popover>
  );
}

/** Adds everything within some kilometres of a city, a US postal code or coordinates. */
export function RadiusAdder({ value, onChange }: Adder) {
  const [isOpen, setOpen] = useState(false);
  const [around, setAround] = useState('');
  const [radiusKm, setRadiusKm] = useState<number | null>(50);
  const [problem, setProblem] = useState<{ around?: string; radius?: string }>({});

  async function add(): Promise<void> {
    // The bundled cities are read by those who look for one.
    const { readTypedPoint } = await import('#lib/shared/typed-point.ts');
    const point = readTypedPoint(around);
    if (!point) {
      return setProblem({
        around: `No such point is known here. Give a city with its state or country, a US postal code, or coordinates such as 47.61, -122.33.`,
      });
    }
    const code = formatPlaceCode({ kind: 'radius', ...point, radiusKm: radiusKm ?? 0 });
    if (parsePlaceCode(code) === null) return setProblem({ radius: 'Give between 0.1 and 20,000 km.' });
    onChange(added(value, [code]));
    setAround('');
    setProblem({});
    setOpen(false);
  }

  return (
    <Popover
      label="Around a point"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm">
          <CircleDashed aria-hidden />
          Around a point
        </Button>
      }
    >
      <form
        className="flex w-72 flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          void add();
        }}
      >
        <Field label="Around" {...(problem.around ? { error: problem.around } : {})}>
          <Input
            size="lg"
            value={around}
            placeholder="Seattle, WA"
            onChange={(event) => setAround(event.target.value)}
          />
        </Field>
        <Field
          label="Within"
          hint="As the crow flies. Accounts without a known point do not lie in it."
          {...(problem.radius ? { error: problem.radius } : {})}
        >
          <NumberInput size="lg" unit="km" value={radiusKm} onValueChange={setRadiusKm} />
        </Field>
        <Button type="submit" variant="primary">
          Add
        </Button>
      </form>
    </Popover>
  );
}
