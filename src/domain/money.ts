export type MoneyParse = { ok: true; cents: number } | { ok: false; message: string }

/** Ten digits of dollars is what an X12 amount and a safe integer of cents both hold. */
const MAX_DOLLAR_DIGITS = 10
const AMOUNT = /^(-)?\$?(-)?(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d{0,2}))?$/

/**
 * Reads an amount as people type it ("$1,234.50", "1234.5", "-42") into integer cents.
 * More than two decimals are refused rather than rounded.
 */
export const parseMoney = (text: string): MoneyParse => {
  const trimmed = text.trim()
  const refused = { ok: false, message: amountHelp(trimmed) } as const
  const match = AMOUNT.exec(trimmed)
  if (!match || (match[1] && match[2])) return refused
  const dollars = (match[3] ?? '').replaceAll(',', '')
  const decimals = match[4] ?? ''
  if (dollars === '' && decimals === '') return refused
  if (dollars.replace(/^0+/, '').length > MAX_DOLLAR_DIGITS) {
    return { ok: false, message: `${trimmed} is too large for an amount of money.` }
  }
  const cents = Number(dollars) * 100 + Number(decimals.padEnd(2, '0'))
  const isNegative = Boolean(match[1] ?? match[2]) && cents !== 0
  return { ok: true, cents: isNegative ? -cents : cents }
}

/** Integer cents as US dollars: 12000 -> "$120.00", -5 -> "-$0.05". */
export const formatMoney = (cents: number): string => {
  assertCents(cents)
  const absolute = Math.abs(cents)
  const dollars = Math.floor(absolute / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',')
  return `${cents < 0 ? '-' : ''}$${dollars}.${String(absolute % 100).padStart(2, '0')}`
}

/**
 * Splits `total` cents in proportion to `weights` so that the parts sum to the total exactly:
 * every part is rounded toward zero, then the cents left over go to the largest remainders, first
 * come first served. Weights are integers of zero or more with at least one above zero.
 */
export const splitCents = (total: number, weights: readonly number[]): number[] => {
  assertCents(total)
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError('Weights must be whole numbers of zero or more.')
  }
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (sum === 0n) throw new RangeError('At least one weight must be above zero.')
  const size = BigInt(Math.abs(total))
  const shares = weights.map((weight, index) => {
    const product = size * BigInt(weight)
    return { index, cents: Number(product / sum), remainder: product % sum }
  })
  const leftOver = Math.abs(total) - shares.reduce((all, share) => all + share.cents, 0)
  const byRemainder = shares
    .filter((share) => share.remainder > 0n)
    .sort((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
    )
  for (const share of byRemainder.slice(0, leftOver)) share.cents += 1
  return shares.map((share) => (total < 0 && share.cents !== 0 ? -share.cents : share.cents))
}

/** Throws a RangeError unless `cents` is a safe integer: fractions of a cent never enter the books. */
export const assertCents = (cents: number): void => {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`${cents} is not a whole number of cents.`)
}

const amountHelp = (text: string): string =>
  text === ''
    ? 'Enter an amount, for example 120.00.'
    : `"${text.slice(0, 40)}" is not an amount. Enter dollars and cents, for example 120.00.`
