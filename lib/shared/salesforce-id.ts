const suffixLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * 15-character Salesforce id → 18 characters: each group of five gives one letter for which of them are capitals.
 * Source: Salesforce "15-character to 18-character ID conversion". Anything else comes back as it is.
 */
export function expandSalesforceId(id: string): string {
  if (!/^(?:0|a)[0-9a-zA-Z]{14}$/.test(id) || !/\d/.test(id.slice(0, 3))) return id;
  let suffix = '';
  for (let group = 0; group < 3; group += 1) {
    let bits = 0;
    for (let index = 0; index < 5; index += 1) {
      const code = id.charCodeAt(group * 5 + index);
      if (code >= 65 && code <= 90) bits |= 1 << index;
    }
    suffix += suffixLetters[bits];
  }
  return id + suffix;
}
