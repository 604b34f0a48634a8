import { env } from '@/src/lib/env'

export type CardCharge = {
  /** The same for every repetition: the provider must not charge twice under one key. */
  key: string
  amountCents: number
  /** What the provider's own form gave for the card; never a card number. */
  token: string
}

export type ChargeOutcome =
  | { outcome: 'received'; reference: string }
  | { outcome: 'declined'; message: string }

/** Whoever moves the money. A real provider is added here with the same three things. */
export type PaymentProvider = {
  name: string
  /** True when no money moves. */
  isTest: boolean
  charge: (charge: CardCharge) => Promise<ChargeOutcome>
  refund: (refund: { key: string; reference: string; amountCents: number }) => Promise<void>
}

/** Cash, check, and a card terminal that stands on the desk: the money is there when it is recorded. */
export const manualProvider: PaymentProvider = {
  name: 'manual',
  isTest: false,
  charge: async ({ key }) => ({ outcome: 'received', reference: key }),
  refund: async () => undefined,
}

const declinedToken = 'test-declined'

/** TEST ONLY: moves no money. Accepts every token but `test-declined`. */
export const testProvider: PaymentProvider = {
  name: 'test',
  isTest: true,
  charge: async ({ key, token }) =>
    token === declinedToken
      ? { outcome: 'declined', message: 'The card was declined. Nothing was charged.' }
      : { outcome: 'received', reference: `test-${key}` },
  refund: async () => undefined,
}

/** The test provider exists for tests and the demo; a production server refuses it. */
export const mayUseTestProvider = (settings: { NODE_ENV: string; DEMO: boolean }): boolean =>
  settings.NODE_ENV !== 'production' || settings.DEMO

/** Who takes cards on this server; null when nobody does. */
export const cardProvider = (): PaymentProvider | null =>
  mayUseTestProvider(env) ? testProvider : null

export const providerNamed = (name: string): PaymentProvider | null => {
  if (name === manualProvider.name) return manualProvider
  return name === testProvider.name ? cardProvider() : null
}
