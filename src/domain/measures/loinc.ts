/**
 * Whether a LOINC code carries the right check digit: Mod 10 over the digits before the hyphen, every
 * second one doubled from the right-most (LOINC Users' Guide).
 */
export const isLoincValid = (code: string): boolean => {
  const match = /^(\d{1,7})-(\d)$/.exec(code)
  if (!match) return false
  const [, digits = '', check] = match
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return (10 - (sum % 10)) % 10 === Number(check)
}
