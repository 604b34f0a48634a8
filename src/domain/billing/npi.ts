/** What a Luhn sum over the prefix 80840, which every NPI carries unwritten, contributes (CMS). */
const PREFIX_SUM = 24

/** The tenth digit for the first nine of an NPI, or null when they are not nine digits. */
export const npiCheckDigit = (firstNine: string): number | null => {
  if (!/^[12]\d{8}$/.test(firstNine)) return null
  const sum = [...firstNine].reduce((total, character, index) => {
    const digit = Number(character)
    if (index % 2 === 1) return total + digit
    return total + (digit * 2 > 9 ? digit * 2 - 9 : digit * 2)
  }, PREFIX_SUM)
  return (10 - (sum % 10)) % 10
}

/** True for ten digits that begin with 1 or 2 and whose check digit fits. */
export const isValidNpi = (npi: string | null | undefined): boolean =>
  typeof npi === 'string' &&
  /^[12]\d{9}$/.test(npi) &&
  npiCheckDigit(npi.slice(0, 9)) === Number(npi[9])
