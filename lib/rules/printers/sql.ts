/** A piece of SQL with its parameters in order. Values get into a statement only as parameters. */
export type SqlParam = string | number | null;
export type Sql = { readonly sql: string; readonly params: readonly SqlParam[] };

function isSql(part: Sql | SqlParam): part is Sql {
  return typeof part === 'object' && part !== null;
}

/** SQL from a template: pieces of SQL are spliced in, everything else becomes a parameter. */
export function sql(strings: TemplateStringsArray, ...parts: (Sql | SqlParam)[]): Sql {
  let text = strings[0] ?? '';
  const params: SqlParam[] = [];
  parts.forEach((part, index) => {
    if (isSql(part)) {
      text += part.sql;
      params.push(...part.params);
    } else {
      text += '?';
      params.push(part);
    }
    text += strings[index + 1] ?? '';
  });
  return { sql: text, params };
}

/** Text written by us (names of tables and columns), never a value. */
export function sqlName(text: string): Sql {
  if (!/^[a-z_][a-z0-9_.]*$/.test(text)) throw new Error(`"${text}" is no name of a table or column.`);
  return { sql: text, params: [] };
}

/** `parts` with `separator` between them; `none` when there are no parts. */
export function joinSql(parts: readonly Sql[], separator: ' AND ' | ' OR ' | ', ', none: Sql): Sql {
  if (parts.length === 0) return none;
  return { sql: parts.map((part) => part.sql).join(separator), params: parts.flatMap((part) => part.params) };
}

/** A list as one parameter, to stand after IN. */
export function sqlList(values: readonly (string | number)[]): Sql {
  return sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
}
