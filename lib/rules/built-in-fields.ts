import type { Field } from './catalog.ts';
import { accountFields } from './fields/account-fields.ts';
import { contactFields } from './fields/contact-fields.ts';
import { opportunityFields, productFields, stageChangeFields } from './fields/deal-fields.ts';
import { activityFields, signalFields, technologyFields } from './fields/event-fields.ts';
import { repFields } from './fields/rep-fields.ts';

/** Every field that ships, as rows of the catalog. Custom fields join them in `buildCatalog`. */
export const builtInFields: readonly Field[] = [
  ...accountFields,
  ...technologyFields,
  ...contactFields,
  ...signalFields,
  ...opportunityFields,
  ...stageChangeFields,
  ...activityFields,
  ...repFields,
  ...productFields,
];
