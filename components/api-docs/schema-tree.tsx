import { propertiesOf, type Schema, typeWords } from './document.ts';

const MAX_DEPTH = 4;

/** The properties of a body or an answer, nested ones under theirs. */
export function SchemaTree({ schema, depth = 0 }: { schema: Schema; depth?: number }) {
  const properties = propertiesOf(schema);
  if (properties.length === 0) return depth === 0 ? <p className="text-ink-2">{typeWords(schema)}</p> : null;
  return (
    <ul className={depth === 0 ? 'grid' : 'ml-3 grid border-l border-line pl-3'}>
      {properties.map(([name, property, isRequired]) => (
        <li key={name} className="py-0.5">
          <code className="font-mono text-12 font-medium">{name}</code>
          {isRequired && <span className="ml-1.5 text-11 text-ink-3">required</span>}
          <span className="ml-2 text-12 break-words text-ink-3">{typeWords(property)}</span>
          {property.default !== undefined && (
            <span className="ml-2 text-12 text-ink-3">default {JSON.stringify(property.default)}</span>
          )}
          {property.description && <span className="ml-2 text-12 text-ink-2">{property.description}</span>}
          {depth < MAX_DEPTH && <SchemaTree schema={property} depth={depth + 1} />}
        </li>
      ))}
    </ul>
  );
}
