type ContractValue = { acvAmount: number | null; amount: number | null; termMonths: number | null };

/**
 * Annual contract value of one deal, in money a year: as given, else amount × 12 ÷ term in months, else unknown
 * (null). A term of 0 or less says nothing about a year.
 */
export function acv({ acvAmount, amount, termMonths }: ContractValue): number | null {
  if (acvAmount !== null) return acvAmount;
  if (amount === null || termMonths === null || termMonths <= 0) return null;
  return (amount * 12) / termMonths;
}
