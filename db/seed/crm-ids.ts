const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const checkLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Three letters that say which of the 15 characters are capitals: Salesforce's case-safe suffix. */
function suffixOf(id: string): string {
  let suffix = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let at = 0; at < 5; at++) {
      const code = id.charCodeAt(block + at);
      if (code >= 65 && code <= 90) bits |= 1 << at;
    }
    suffix += checkLetters[bits];
  }
  return suffix;
}

/** An 18-character id in Salesforce's shape: object prefix, instance, counter, check letters. */
export function crmId(prefix: '001' | '003' | '00Q' | '006' | '005', counter: number): string {
  let tail = '';
  // A stride coprime to the range, so that neighbours do not look like neighbours.
  let rest = (counter * 7919 + 104_729) % 916_132_832;
  for (let at = 0; at < 5; at++) {
    tail = (letters[rest % 62] ?? 'A') + tail;
    rest = Math.floor(rest / 62);
  }
  const id = `${prefix}Hs00001${tail}`;
  return id + suffixOf(id);
}
