/** An id for a node of a rule, unique enough within one; works on plain http too, where `randomUUID` is missing. */
export function newNodeId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, '0')).join('');
}
