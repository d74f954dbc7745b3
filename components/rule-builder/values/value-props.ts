import type { Operator, Value } from '#lib/rules/ast.ts';
import type { Field, FieldEntity } from '#lib/rules/catalog.ts';

/** What every value input of a field condition takes. */
export type ValueProps = {
  field: Field;
  /** The field as the condition names it (`account.industry` on a contact). */
  name: string;
  /** Whose field it is asked as. */
  entity: FieldEntity;
  /** Only values of signals or activities of these types are offered and counted. */
  types?: readonly string[] | undefined;
  operator: Operator;
  value: Value | undefined;
  onChange: (value: Value | undefined, options?: { isTyping?: boolean }) => void;
  /** Open or focused as soon as it is drawn. */
  autoOpen: boolean;
};
