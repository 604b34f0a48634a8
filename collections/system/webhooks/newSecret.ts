import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { EffectContext } from '@/hooks/actions/define'
import type { Row } from '@/src/domain/row'

// A secret is known to the one request that made it, to the sealed column and to nobody afterwards.
const shownOnce = new WeakMap<PayloadRequest, string>()

/** Makes up what messages are signed with, as the Standard Webhooks specification writes it. */
export const newSecret = (req: PayloadRequest): string => {
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  shownOnce.set(req, secret)
  return secret
}

export const secretShown = [
  { name: 'secret', label: 'The secret. It is shown this once: copy it now.' },
] as const

export const showSecret = async ({ req }: EffectContext): Promise<Row> => ({
  secret: shownOnce.get(req) ?? null,
})
