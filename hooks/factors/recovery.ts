import { randomInt } from 'node:crypto'
import type { BasePayload } from 'payload'
import { changeIf } from '@/src/lib/changeIf'
import { clock } from '@/src/lib/clock'
import { keyedHash } from '@/src/lib/keyedHash'
import { type Owner, ownedBy } from './rows'

const howMany = 10
// Without letters and digits that look alike. Twelve of 28 are 57 bits: nobody guesses one.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'.replace(/[ilo01]/g, '')
const groups = 3
const groupSize = 4

const newCode = (): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: groupSize }, () => alphabet[randomInt(alphabet.length)]).join(''),
  ).join('-')

const plain = (code: string): string => code.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

const hashOf = ({ surface, userId }: Owner, code: string): string =>
  keyedHash('recovery', surface, userId, plain(code))

/** Makes ten new codes; the old ones stop working. They are shown now and never again. */
export const makeRecoveryCodes = async (payload: BasePayload, owner: Owner): Promise<string[]> => {
  const codes = Array.from({ length: howMany }, newCode)
  await payload.db.deleteMany({
    collection: 'recovery-codes',
    where: { and: ownedBy(owner) },
  })
  for (const code of codes) {
    await payload.db.create({
      collection: 'recovery-codes',
      data: {
        ...owner,
        codeHash: hashOf(owner, code),
        issuedAt: clock.wall().toISOString(),
        usedAt: null,
      },
    })
  }
  return codes
}

/** How many a person has left. */
export const recoveryCodesLeft = async (payload: BasePayload, owner: Owner): Promise<number> => {
  const { totalDocs } = await payload.db.count({
    collection: 'recovery-codes',
    where: { and: [...ownedBy(owner), { usedAt: { exists: false } }] },
  })
  return totalDocs
}

/** Uses a code up; of two that show the same one at once, one wins. */
export const spendRecoveryCode = async (
  payload: BasePayload,
  owner: Owner,
  code: string,
): Promise<boolean> => {
  const won = await changeIf(payload, {
    collection: 'recovery-codes',
    where: [
      ...ownedBy(owner),
      { codeHash: { equals: hashOf(owner, code) } },
      { usedAt: { exists: false } },
    ],
    data: { usedAt: clock.wall().toISOString() },
  })
  return Boolean(won)
}
