import type { BasePayload, PayloadRequest, Where } from 'payload'
import { type Surface, surfaces } from '@/access/session/cookies'
import type { StoredRow } from '@/src/domain/row'

/** The person a factor belongs to. */
export type Owner = { surface: Surface; userId: string }

export type FactorRow = StoredRow & {
  surface: Surface
  userId: string
  kind: 'code' | 'passkey'
  label?: string | null
  confirmedAt?: string | null
  lastUsedAt?: string | null
  lastUsedStep?: number | null
  credentialId?: string | null
  publicKey?: string | null
  signCount?: number | null
  transports?: string | null
  createdAt?: string
}

export const ownedBy = ({ surface, userId }: Owner): Where[] => [
  { surface: { equals: surface } },
  { userId: { equals: userId } },
]

/** The factors of a person, those not used yet included. */
export const allFactors = async (payload: BasePayload, owner: Owner): Promise<FactorRow[]> => {
  const { docs } = await payload.db.find<FactorRow>({
    collection: 'auth-factors',
    where: { and: ownedBy(owner) },
    sort: 'createdAt',
    limit: 0,
    pagination: false,
  })
  return docs
}

/** The factors that count. */
export const factorsOf = async (payload: BasePayload, owner: Owner): Promise<FactorRow[]> =>
  (await allFactors(payload, owner)).filter(({ confirmedAt }) => confirmedAt)

/** Writes on the person's own row whether they have a factor: every request reads it there. */
export const noteFactors = async (payload: BasePayload, owner: Owner): Promise<boolean> => {
  const hasFactor = (await factorsOf(payload, owner)).length > 0
  await payload.db.updateOne({
    collection: surfaces[owner.surface].collection,
    id: owner.userId,
    data: { hasFactor },
  })
  return hasFactor
}

/** Takes every factor and recovery code of a person away. */
export const dropFactors = async (
  payload: BasePayload,
  owner: Owner,
  req?: PayloadRequest,
): Promise<void> => {
  const where = { and: ownedBy(owner) }
  await payload.db.deleteMany({ collection: 'auth-factors', where, req })
  await payload.db.deleteMany({ collection: 'recovery-codes', where, req })
}
