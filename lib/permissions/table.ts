import { type Action, actions, roleLabels, roles } from './roles.ts';

/** The role × action table as Markdown, for docs/permissions.md. */
export function permissionTable(): string {
  const head = ['Action', ...roles.map((role) => roleLabels[role]), 'Key'];
  const rows = (Object.keys(actions) as Action[]).map((action) => [
    actions[action].label,
    ...roles.map((role) => ((actions[action].roles as readonly string[]).includes(role) ? '✓' : '')),
    `\`${action}\``,
  ]);
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, at) => (at > 0 && at <= roles.length ? ':-:' : '---'));
  return [head, rule, ...rows].map(line).join('\n');
}
