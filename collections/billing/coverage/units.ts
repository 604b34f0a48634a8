import type { FactReader } from '@/hooks/rules/rule'
import { codesIn } from '@/src/domain/billing/codesIn'
import { isWithin } from '@/src/domain/calendarDate'
import { idIn, numberIn, type Row, textIn } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { unlessTaken } from '../again'
import { type BillingContext, readerOf } from '../billingContext'
import { moveRow } from '../moveRow'

/** Codes that a kind of appointment may turn into, before the minutes are known. */
const codesByKind: Readonly<Record<string, readonly string[]>> = {
  intake: ['90791', '90792'],
  individual: ['90832', '90834', '90837'],
  family: ['90846', '90847'],
  group: ['90853'],
}

export const codesOfKind = (kind: string): readonly string[] => codesByKind[kind] ?? []

const isFor = (authorization: Row, codes: readonly string[]): boolean => {
  const allowed = codesIn(authorization, 'serviceCodes')
  return allowed.length === 0 || codes.some((code) => allowed.includes(code))
}

export type UnitWish = { policyId: string; on: string; codes: readonly string[] }

/** Authorizations that fit a service, the one that ends first first. */
export const authorizationsFor = async (
  read: FactReader,
  { policyId, on, codes }: UnitWish,
): Promise<Row[]> => {
  const rows = await read.many('authorizations', {
    and: [{ policy: { equals: policyId } }, { status: { equals: 'active' } }],
  })
  return rows
    .filter((row) =>
      isWithin(on, { from: textIn(row, 'effectiveFrom'), to: textIn(row, 'effectiveTo') }),
    )
    .filter((row) => isFor(row, codes))
    .sort((a, b) => textIn(a, 'effectiveTo').localeCompare(textIn(b, 'effectiveTo')))
}

/** Brings the counters in line with the unit rows: compare-and-set until they agree. */
export const recountUnits = async (
  context: BillingContext,
  authorizationId: string,
): Promise<void> => {
  const read = readerOf(context)
  const count = (state: string) =>
    read.count('authorization-units', {
      and: [{ authorization: { equals: authorizationId } }, { state: { equals: state } }],
    })
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const row = await read.one('authorizations', authorizationId)
    if (!row) return
    const unitsReserved = await count('reserved')
    const unitsUsed = await count('used')
    const isRight =
      numberIn(row, 'unitsReserved') === unitsReserved && numberIn(row, 'unitsUsed') === unitsUsed
    if (isRight) return
    await moveRow(context.req, 'authorizations', {
      id: authorizationId,
      where: { rev: { equals: row['rev'] } },
      data: { unitsReserved, unitsUsed },
    })
  }
}

const freeSlot = async (read: FactReader, authorization: Row): Promise<string | null> => {
  const taken = await read.many('authorization-units', {
    and: [
      { authorization: { equals: authorization['id'] } },
      { state: { not_equals: 'released' } },
    ],
  })
  const keys = new Set(taken.map((unit) => textIn(unit, 'slotKey')))
  const approved = numberIn(authorization, 'unitsApproved')
  for (let position = 1; position <= approved; position += 1) {
    const key = `${authorization['id']}|${position}`
    if (!keys.has(key)) return key
  }
  return null
}

export const unitOfAppointment = (read: FactReader, appointmentId: string): Promise<Row | null> =>
  read.one('authorization-units', { uniqueKey: { equals: appointmentId } })

type Take = { appointment: Row; authorization: Row }

/**
 * Reserves one unit of the authorization for an appointment; false when none is left. The unique slot
 * key keeps several bookings at once from taking more than were approved.
 */
export const takeUnit = async (
  context: BillingContext,
  { appointment, authorization }: Take,
): Promise<boolean> => {
  const { req, system } = context
  const read = readerOf(context)
  const appointmentId = String(appointment['id'])
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const known = await unitOfAppointment(read, appointmentId)
    if (known && known['state'] !== 'released') return true
    const slotKey = await freeSlot(read, authorization)
    if (!slotKey) return false
    const data = {
      slotKey,
      authorization: authorization['id'],
      patient: idIn(appointment, 'patient'),
      appointment: appointmentId,
      state: 'reserved',
      changedAt: clock.now().toISOString(),
    }
    const taken = await unlessTaken(req, async () =>
      known
        ? moveRow(req, 'authorization-units', {
            id: String(known['id']),
            where: { state: { equals: 'released' } },
            data,
          })
        : Boolean(
            await system.create({
              collection: 'authorization-units',
              data: { ...data, uniqueKey: appointmentId },
            }),
          ),
    )
    if (taken) {
      await recountUnits(context, String(authorization['id']))
      return true
    }
  }
  return false
}

/** Moves a unit on; false when it was not in one of the given states. */
export const moveUnit = async (
  context: BillingContext,
  {
    unit,
    from,
    data,
  }: { unit: Row; from: readonly string[]; data: { state: string; session?: string } },
): Promise<boolean> => {
  const id = String(unit['id'])
  const moved = await moveRow(context.req, 'authorization-units', {
    id,
    where: { state: { in: [...from] } },
    data: {
      ...data,
      changedAt: clock.now().toISOString(),
      // A released unit gives its place free.
      ...(data.state === 'released' ? { slotKey: `released|${id}` } : {}),
    },
  })
  const authorizationId = idIn(unit, 'authorization')
  if (authorizationId) await recountUnits(context, authorizationId)
  return moved
}
