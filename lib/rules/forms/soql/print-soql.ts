import type { Issue } from '#lib/shared/errors.ts';
import { foldText } from '#lib/shared/text.ts';
import type { Catalog, Field } from '../../catalog.ts';
import { canonicalRef } from '../../reference-ids.ts';
import {
  asksExistence,
  type AttributeAtom,
  type RelatedAtom,
  type Relational,
  type ValueTest,
} from '../../relational.ts';
import { catalogField } from '../../resolved-fields.ts';
import type { ResolvedDefinition, ResolvedGroup, ResolvedRule } from '../../resolved.ts';
import { ruleToRelational } from '../../to-relational.ts';
import { salesforceField } from './salesforce-fields.ts';
import { type Refusal, soqlField } from './soql-field.ts';
import { all, any, conjuncts, flatten, opposite, type SoqlNode, soqlText } from './soql-node.ts';

export type SoqlOptions = {
  catalog: Catalog;
  timeZone: string;
  /** Texts as people wrote them, by their fold; others are printed folded. */
  spellings: ReadonlyMap<string, string>;
};

type Printing = SoqlOptions & {
  definition: ResolvedDefinition;
  issues: Issue[];
  /** Custom fields that the text counts on. */
  assumed: Map<string, string>;
};

/** Keeps the place of what could not be said, so that the rest is judged as it stands. */
const unsaid: SoqlNode = { yes: 'Id = null', no: 'Id != null' };

function refuse({ issues }: Printing, path: string, message: string): SoqlNode {
  issues.push({ path, code: 'not_expressible', message });
  return unsaid;
}

/** A text as written; of a reference the name, because Salesforce does not know ids of Tessera. */
function writtenTexts(field: Field, texts: readonly string[], printing: Printing): string[] | Refusal {
  const { refKind } = field;
  if (!refKind || refKind === 'class') return texts.map((text) => printing.spellings.get(text) ?? text);
  const named = printing.catalog.references[refKind] ?? [];
  const names = texts.map((id) => named.find((one) => one.id === canonicalRef(refKind, id))?.name ?? null);
  if (names.every((name) => name !== null)) return names;
  return { refused: 'not every value of it has a name' };
}

function asked(field: Field, test: ValueTest, printing: Printing): ValueTest | Refusal {
  if (test.test === 'oneOf') {
    const texts = writtenTexts(field, test.texts, printing);
    return 'refused' in texts ? texts : { test: 'oneOf', texts };
  }
  if (!('text' in test)) return test;
  return { ...test, text: printing.spellings.get(test.text) ?? test.text };
}

function attribute(atom: AttributeAtom, way: string, path: string, printing: Printing): SoqlNode {
  const ours = catalogField(printing.catalog, atom.field);
  const no = (why: string) => refuse(printing, path, `"${ours.label}" cannot be asked in SOQL: ${why}.`);
  const found = salesforceField(ours);
  if ('missing' in found) return no(found.missing);
  const test = asked(ours, atom.test, printing);
  if ('refused' in test) return no(test.refused);
  const field = { ...found, name: `${way}${found.name}` };
  if (found.isCustom) printing.assumed.set(field.name, ours.label);
  const node = soqlField(field, ours, test, printing.timeZone);
  if ('refused' in node) return no(node.refused);
  return found.when ? all([found.when, node]) : node;
}

const relatedObjects = { contact: 'Contact', opportunity: 'Opportunity' } as const;

/** Why Salesforce cannot answer a related condition, or null when it can. */
function whyNotRelated(atom: RelatedAtom, printing: Printing): string | null {
  switch (atom.entity) {
    case 'technology':
      return 'Technologies have no standard object in Salesforce';
    case 'signal':
      return 'Signals have no standard object in Salesforce';
    case 'activity':
      return 'SOQL allows no sub-select on Task and Event';
  }
  if (atom.scope === 'family') return 'SOQL cannot look at the whole corporate family';
  if (!asksExistence(atom)) {
    return 'SOQL can ask whether related records exist, not how many there are or what they come to';
  }
  if (printing.definition.entity === 'account') return null;
  if (atom.of === 'self') return 'SOQL reaches the rows of a contact by way of its account only';
  return atom.entity === 'contact' ? 'SOQL allows no sub-select on the object that is asked for' : null;
}

function related(atom: RelatedAtom, path: string, printing: Printing): SoqlNode {
  const why = whyNotRelated(atom, printing);
  if (why !== null) return refuse(printing, path, `${why}.`);
  const { entity, window } = atom;
  const rows = all([
    { yes: 'AccountId != null', no: 'AccountId = null' },
    ...(window
      ? [
          attribute(
            {
              kind: 'attribute',
              of: 'self',
              field: `${entity}.${window.field}`,
              test: { test: 'dates', bounds: window.bounds },
            },
            '',
            `${path}/window`,
            printing,
          ),
        ]
      : []),
    ...(atom.where ? [relational(atom.where, '', `${path}/where`, printing)] : []),
  ]);
  const object = relatedObjects[entity as keyof typeof relatedObjects];
  const query = `(SELECT AccountId FROM ${object} WHERE ${soqlText(flatten(rows))})`;
  const id = printing.definition.entity === 'account' ? 'Id' : 'AccountId';
  return { yes: `${id} IN ${query}`, no: `${id} NOT IN ${query}`, subSelect: path };
}

/** `way` = how the fields are reached from the object that is asked: `Account.` on a contact. */
function relational(form: Relational, way: string, path: string, printing: Printing): SoqlNode {
  switch (form.kind) {
    case 'and':
      return all(form.parts.map((part) => relational(part, way, path, printing)));
    case 'or':
      return any(form.parts.map((part) => relational(part, way, path, printing)));
    case 'not':
      return opposite(relational(form.part, way, path, printing));
    case 'attribute':
      return attribute(form, form.of === 'account' ? 'Account.' : way, path, printing);
    case 'related':
      return related(form, path, printing);
    case 'change':
      return refuse(printing, path, 'Who entered or left a segment is known in Tessera only.');
    case 'pinned':
      return refuse(
        printing,
        path,
        'Who was pinned into a segment or kept out of it is known in Tessera only.',
      );
    case 'linked':
      return { yes: 'AccountId != null', no: 'AccountId = null' };
  }
}

function group({ op, rules }: ResolvedGroup, path: string, printing: Printing): SoqlNode {
  const parts = rules.map((part, index) => rule(part, `${path}/rules/${index}`, printing));
  return op === 'all' ? all(parts) : op === 'any' ? any(parts) : opposite(any(parts));
}

function rule(part: ResolvedRule, path: string, printing: Printing): SoqlNode {
  if (part.kind === 'group') return group(part, path, printing);
  const { definition } = printing;
  return relational(ruleToRelational(part, definition, definition.entity), '', path, printing);
}

function subSelectsIn(node: SoqlNode): string[] {
  if ('joined' in node) return node.parts.flatMap(subSelectsIn);
  return node.subSelect === undefined ? [] : [node.subSelect];
}

/** Sub-selects may stand only among what all has to hold, two at most. */
function checkSubSelects(root: SoqlNode, printing: Printing): void {
  const parts = conjuncts(root);
  const placed = parts.flatMap((part) => ('joined' in part ? [] : subSelectsIn(part)));
  for (const path of parts.flatMap((part) => ('joined' in part ? subSelectsIn(part) : []))) {
    refuse(printing, path, 'SOQL allows related records only where everything has to hold, not in a choice.');
  }
  for (const path of placed.slice(2)) {
    refuse(printing, path, 'SOQL asks for related records in two places at most, and this is one more.');
  }
  if (printing.definition.entity === 'account') return;
  for (const part of parts) {
    if ('joined' in part || part.subSelect === undefined || !part.yes.includes(' NOT IN ')) continue;
    refuse(
      printing,
      part.subSelect,
      'SOQL leaves contacts without account out where related records must not exist.',
    );
  }
}

/** Folded text → text as written, of everything that a definition compares with. */
export function spellingsOf(definition: unknown): Map<string, string> {
  const found = new Map<string, string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') found.set(foldText(value), value.trim());
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  collect(definition);
  return found;
}

/**
 * The definition as one SOQL query on Account or Contact, or everything in it that SOQL cannot say, with paths into the
 * definition. `assumed` are the custom fields (API name, our label) that the query counts on.
 */
export function printSoql(
  definition: ResolvedDefinition,
  options: SoqlOptions,
): { text: string | null; issues: Issue[]; assumed: { name: string; label: string }[] } {
  const printing: Printing = { ...options, definition, issues: [], assumed: new Map() };
  const root = flatten(group(definition.root, '/root', printing));
  checkSubSelects(root, printing);
  const assumed = [...printing.assumed].map(([name, label]) => ({ name, label }));
  if (printing.issues.length > 0) return { text: null, issues: printing.issues, assumed };
  const where = conjuncts(root).map((part) =>
    'joined' in part && part.joined === 'OR' ? `(${soqlText(part)})` : soqlText(part),
  );
  const object = definition.entity === 'account' ? 'Account' : 'Contact';
  const condition = where.length === 0 ? soqlText(all([])) : where.join('\n  AND ');
  return { text: `SELECT Id, Name\nFROM ${object}\nWHERE ${condition}\n`, issues: [], assumed };
}
