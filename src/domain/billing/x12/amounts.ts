const MAX_DIGITS = 12

/**
 * An X12 decimal ('175', '-42.58', '.5') in integer cents; NaN for anything else. At most two
 * decimals that mean something, no sign but minus, no exponent, so that nothing is ever rounded.
 */
export const x12Cents = (text: string): number => {
  const { length } = text
  let index = text.charCodeAt(0) === 45 ? 1 : 0
  const isNegative = index === 1
  let value = 0
  let digits = 0
  let decimals = -1
  for (; index < length; index += 1) {
    const character = text.charCodeAt(index)
    if (character === 46 && decimals < 0) {
      decimals = 0
      continue
    }
    const digit = character - 48
    if (digit < 0 || digit > 9) return Number.NaN
    digits += 1
    if (decimals >= 2) {
      if (digit !== 0) return Number.NaN
      continue
    }
    value = value * 10 + digit
    if (decimals >= 0) decimals += 1
  }
  if (digits === 0 || digits > MAX_DIGITS) return Number.NaN
  if (decimals < 1) value *= 100
  else if (decimals === 1) value *= 10
  return isNegative && value !== 0 ? -value : value
}

/** Integer cents as X12 writes them: no trailing zeros, no point when whole, no leading zero lost. */
export const formatX12Cents = (cents: number): string => {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`${cents} is not a whole number of cents.`)
  const absolute = Math.abs(cents)
  const decimals = String(absolute % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  const text = `${Math.floor(absolute / 100)}${decimals ? `.${decimals}` : ''}`
  return cents < 0 ? `-${text}` : text
}

/** CCYYMMDD as 'YYYY-MM-DD'; null when it is not eight digits (existence is the reader's check). */
export const x12Date = (text: string | undefined): string | null =>
  text && /^\d{8}/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}` : null
