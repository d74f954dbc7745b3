/** A piece of a sentence; `strong` pieces are what the rule itself says, the rest is grammar. */
export type Token = { text: string; strong: boolean };
export type Phrase = readonly Token[];

export const plain = (text: string): Token => ({ text, strong: false });
export const strong = (text: string): Token => ({ text, strong: true });

/** Neighbours of one kind become one token; nothing empty stays. */
export function phrase(...parts: (Token | Phrase | string)[]): Token[] {
  const tokens: Token[] = [];
  for (const part of parts) {
    const pieces = typeof part === 'string' ? [plain(part)] : 'text' in part ? [part] : part;
    for (const piece of pieces) {
      const last = tokens.at(-1);
      if (piece.text === '') continue;
      if (last && last.strong === piece.strong)
        tokens[tokens.length - 1] = { ...last, text: last.text + piece.text };
      else tokens.push(piece);
    }
  }
  return tokens;
}

/** `a`, `a or b`, `a, b or c`. */
export function listed(items: readonly (Token | Phrase)[], word: 'and' | 'or' | 'to'): Token[] {
  return items.reduce<Token[]>((made, item, at) => {
    if (at === 0) return phrase(item);
    return phrase(made, at === items.length - 1 ? ` ${word} ` : ', ', item);
  }, []);
}

export function toText(tokens: Phrase): string {
  return tokens.map(({ text }) => text).join('');
}

export function capitalised(tokens: Phrase): Token[] {
  const [first, ...rest] = tokens;
  return first ? [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest] : [];
}
