import { z } from 'zod'

const largest = 99_999_999

/** An amount of money in whole cents, more than nothing; strings of digits from forms are taken too. */
export const amountInput = (message: string) =>
  z.preprocess(
    (value) => (value === '' || value === null ? undefined : value),
    z.coerce
      .number({ error: message })
      .int({ error: 'Enter the amount in whole cents.' })
      .min(1, { error: 'The amount must be more than $0.00.' })
      .max(largest, { error: 'This amount is too large. Check it.' }),
  )
