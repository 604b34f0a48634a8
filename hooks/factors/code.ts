import { generateSecret, generateURI, verify } from 'otplib'
import type { BasePayload, PayloadRequest } from 'payload'
import { asSystem } from '@/access/asSystem'
import { changeIf } from '@/src/lib/changeIf'
import { clock } from '@/src/lib/clock'
import { unsealRow } from '../sealConfidential'
import { allFactors, type FactorRow, factorsOf, type Owner, ownedBy } from './rows'

// RFC 6238: half minutes; one before and one after count too, for clocks that are a little off.
const periodSeconds = 30

export type NewCode = { id: string; secret: string; uri: string }

/** Makes a secret for an authenticator app; it counts once a code from it was shown. */
export const startCode = async (
  req: PayloadRequest,
  owner: Owner,
  names: { practice: string; account: string },
): Promise<NewCode> => {
  await req.payload.db.deleteMany({
    collection: 'auth-factors',
    where: { and: [...ownedBy(owner), { kind: { equals: 'code' } }, unconfirmed] },
  })
  const secret = generateSecret()
  const system = await asSystem(req, 'A second factor of one’s own')
  const { id } = await system.create({
    collection: 'auth-factors' as never, // slug of ours
    data: { ...owner, kind: 'code', label: 'Authenticator app', secret },
  })
  const uri = generateURI({ issuer: names.practice, label: names.account, secret })
  return { id: String(id), secret, uri }
}

const unconfirmed = { confirmedAt: { exists: false } }

/** The half minute whose code this is; null when it is none of these, or not later than the last used. */
const stepOf = async (
  req: PayloadRequest,
  row: FactorRow,
  code: string,
): Promise<number | null> => {
  const { secret } = await unsealRow(req, 'auth-factors', row)
  if (!secret || !/^\d{6}$/.test(code)) return null
  const epoch = Math.floor(clock.wall().getTime() / 1000)
  const result = await verify({ secret, token: code, epoch, epochTolerance: periodSeconds })
  if (!result.valid || !('timeStep' in result)) return null
  return result.timeStep > (row.lastUsedStep ?? 0) ? result.timeStep : null
}

/** Uses a code up: of two that show the same one at once, one wins. */
const takeStep = async (payload: BasePayload, row: FactorRow, step: number): Promise<boolean> => {
  const wall = clock.wall().toISOString()
  const won = await changeIf(payload, {
    collection: 'auth-factors',
    where: [
      { id: { equals: row.id } },
      { or: [{ lastUsedStep: { exists: false } }, { lastUsedStep: { less_than: step } }] },
    ],
    data: { lastUsedStep: step, lastUsedAt: wall, confirmedAt: row.confirmedAt ?? wall },
  })
  return Boolean(won)
}

const plain = (code: string): string => code.replaceAll(/\s/g, '')

const isCodeOf = async (req: PayloadRequest, row: FactorRow, code: string): Promise<boolean> => {
  const step = await stepOf(req, row, plain(code))
  return step !== null && takeStep(req.payload, row, step)
}

/** The first code of a new app makes it count. */
export const confirmCode = async (
  req: PayloadRequest,
  owner: Owner,
  { id, code }: { id: string; code: string },
): Promise<boolean> => {
  const row = (await allFactors(req.payload, owner)).find((each) => each.id === id)
  return (
    Boolean(row && row.kind === 'code' && !row.confirmedAt) && isCodeOf(req, row as FactorRow, code)
  ) // checked before
}

/** Whether this is the present code of one of the person's apps; it does not work a second time. */
export const isCode = async (req: PayloadRequest, owner: Owner, code: string): Promise<boolean> => {
  const rows = (await factorsOf(req.payload, owner)).filter(({ kind }) => kind === 'code')
  for (const row of rows) if (await isCodeOf(req, row, code)) return true
  return false
}
