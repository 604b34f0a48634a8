import type { PayloadRequest } from 'payload'
import { hashApiKey } from '@/access/session/apiKeys'
import { wholeNumber } from '@/collections/fields/actionInputs'
import type { ActionField, Commit, EffectContext } from '@/hooks/actions/define'
import { ensureRow } from '@/hooks/actions/ensureRow'
import type { FactReader } from '@/hooks/rules/rule'
import type { Row } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { randomToken } from '@/src/lib/crypto'

const dayMs = 86_400_000
const longestDays = 365

/** The keys of a client that open something now, oldest first. */
export const liveKeysOf = async (read: FactReader, client: string): Promise<Row[]> => {
  const rows = await read.many('api-keys', { client: { equals: client } }, { sort: 'issuedAt' })
  const wall = clock.wall()
  return rows.filter((row) => !row['revokedAt'] && new Date(String(row['expiresAt'])) > wall)
}

// A key is known to the one request that made it and to nobody afterwards.
const shownOnce = new WeakMap<PayloadRequest, string>()

const plainWord = (length: number): string =>
  randomToken(length)
    .replaceAll(/[^a-zA-Z0-9]/g, '')
    .padEnd(length, '0')
    .slice(0, length)

export const lifetimeInput = {
  days: wholeNumber({
    min: 1,
    max: longestDays,
    message: `A key lasts from 1 to ${longestDays} days.`,
  }),
}

export const lifetimeField: ActionField = {
  name: 'days',
  label: 'For how many days',
  type: 'number',
  isRequired: true,
  help: `At most ${longestDays}. Shorter is safer.`,
}

/** Makes up a key; the commit carries its hash and its beginning alone. */
export const newKey = (req: PayloadRequest, days: number): NonNullable<Commit['refs']> => {
  const prefix = plainWord(8)
  const key = `tops_${prefix}_${randomToken()}`
  shownOnce.set(req, key)
  const issuedAt = clock.wall()
  return {
    prefix,
    keyHash: hashApiKey(key),
    issuedAt: issuedAt.toISOString(),
    expiresAt: new Date(issuedAt.getTime() + days * dayMs).toISOString(),
  }
}

/** The row of the key that a commit announced. */
export const keepKey = async ({ actorId, record, refs, system }: EffectContext): Promise<void> => {
  await ensureRow(system, 'api-keys', {
    uniqueKey: `${record.id}|${refs['prefix']}`,
    client: record.id,
    prefix: refs['prefix'],
    keyHash: refs['keyHash'],
    issuedAt: refs['issuedAt'],
    expiresAt: refs['expiresAt'],
    issuedBy: actorId,
  })
}

export const keyShown = [
  { name: 'key', label: 'The key. It is shown this once: copy it now.' },
] as const

export const showKey = async ({ req, refs }: EffectContext): Promise<Row> => ({
  key: shownOnce.get(req) ?? null,
  prefix: refs['prefix'],
  expiresAt: refs['expiresAt'],
})
