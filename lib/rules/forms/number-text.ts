/** An ordinary decimal; whole numbers that no 64-bit integer holds exactly get an exponent, so that they are read as doubles. */
export function numberText(number: number): string {
  if (Object.is(number, -0)) return '0';
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? number.toExponential() : String(number);
}
