import type { PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { asUser } from '@/access/asSystem'
import { decide, isGranted } from '@/access/decide'
import { door } from '@/access/doors'
import { optionalWholeNumber } from '@/collections/fields/actionInputs'
import { queryOf } from '@/collections/treatment/calendar/queryOf'
import { audit } from '@/hooks/audit/writer'
import { factReader } from '@/hooks/facts'
import { daysBetween } from '@/src/domain/calendarDate'
import { idIn, numberIn, type Row, type StoredRow, textIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { grouped } from '@/src/lib/grouped'
import { practiceToday } from '@/src/lib/practiceZone'

const pageSize = 200
const unsent = new Set(['draft', 'needsAttention', 'ready', 'rejected'])

type Why = { code: 'note' | 'fee' | 'claim' | 'rejected' | 'statement'; sentence: string }

const why = (charge: Row, claim: Row | undefined): Why => {
  if (charge['isFeeMissing'] === true)
    return { code: 'fee', sentence: 'There is no fee for this code.' }
  if (charge['status'] === 'awaitingNote')
    return { code: 'note', sentence: 'The note is not final.' }
  if (!idIn(charge, 'payer'))
    return { code: 'statement', sentence: 'The patient pays: no statement yet.' }
  if (claim?.['status'] === 'rejected') {
    return { code: 'rejected', sentence: 'The claim was rejected. Mend it and send it again.' }
  }
  return { code: 'claim', sentence: 'The claim was not sent.' }
}

const namesOf = async (
  req: PayloadRequest,
  ids: readonly string[],
): Promise<Map<string, string>> => {
  if (!ids.length || (await decide(req, 'patients', 'read')) === false) return new Map()
  const found = await asUser(req).find({
    collection: 'patients',
    where: { id: { in: [...ids] } },
    limit: ids.length,
    select: { displayName: true },
  })
  const rows = found.docs as unknown as Row[] // read by column
  return new Map(rows.map((row) => [String(row['id']), textIn(row, 'displayName')]))
}

const unique = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value): value is string => value !== null)),
]

const unasked = ['awaitingNote', 'ready']

const within = (scope: Where | true, open: Where): Where =>
  scope === true ? open : { and: [open, scope] }

/** The oldest: of each status an index has them in order, of both together the database would sort all. */
const oldest = async (req: PayloadRequest, scope: Where | true, limit: number): Promise<Row[]> => {
  const read = factReader(req)
  const found = await Promise.all(
    unasked.map((status) =>
      read.many('charges', within(scope, { status: { equals: status } }), {
        sort: 'serviceDate',
        limit,
      }),
    ),
  )
  return found
    .flat()
    .sort((a, b) => textIn(a, 'serviceDate').localeCompare(textIn(b, 'serviceDate')))
    .slice(0, limit)
}

type Totals = { totalDocs: number; totalCents: number }

/** How many there are and what they come to, however many are shown. */
const totalsOf = async (req: PayloadRequest, scope: Where | true): Promise<Totals> => {
  if (scope === true) {
    const groups = await grouped(req.payload, {
      collection: 'charges',
      where: [{ column: 'status', is: 'in', value: unasked }],
      by: ['status'],
      sum: 'amountCents',
    })
    return {
      totalDocs: groups.reduce((sum, { rows }) => sum + rows, 0),
      totalCents: groups.reduce((sum, { amount }) => sum + amount, 0),
    }
  }
  const { docs } = await req.payload.db.find<StoredRow>({
    collection: 'charges',
    where: within(scope, { status: { in: unasked } }),
    select: { amountCents: true },
    limit: 0,
    pagination: false,
    req,
  })
  return {
    totalDocs: docs.length,
    totalCents: docs.reduce((sum, row) => sum + numberIn(row, 'amountCents'), 0),
  }
}

const list = async (req: PayloadRequest, scope: Where | true, limit: number): Promise<object[]> => {
  const read = factReader(req)
  const charges = await oldest(req, scope, limit)
  const ids = charges.map((charge) => String(charge['id']))
  // A clinician sees what is not billed of their own work, and not the claims.
  const claims =
    ids.length && isGranted(req, 'claims', 'read')
      ? await read.many('claims', {
          and: [{ charge: { in: ids } }, { status: { not_equals: 'voided' } }],
        })
      : []
  const patients = unique(charges.map((charge) => idIn(charge, 'patient')))
  const names = await namesOf(req, patients)
  await audit(req, {
    action: 'read',
    outcome: 'done',
    collection: 'charges',
    recordIds: ids,
    patientIds: patients,
  })
  const today = practiceToday()
  return charges.map((charge) => {
    const claim = claims.find((row) => idIn(row, 'charge') === charge['id'])
    const deadline = textIn(claim, 'filingDeadline')
    const alarmFrom = textIn(claim, 'filingAlarmFrom')
    const isWaiting = claim !== undefined && unsent.has(textIn(claim, 'status'))
    return {
      chargeId: charge['id'],
      sessionId: idIn(charge, 'session'),
      patientId: idIn(charge, 'patient'),
      patientName: names.get(idIn(charge, 'patient') ?? '') ?? null,
      clinicianId: idIn(charge, 'clinician'),
      payerId: idIn(charge, 'payer'),
      serviceDate: textIn(charge, 'serviceDate'),
      ageDays: daysBetween(textIn(charge, 'serviceDate'), today),
      code: textIn(charge, 'code'),
      amountCents: numberIn(charge, 'amountCents'),
      status: textIn(charge, 'status'),
      claimId: claim?.['id'] ?? null,
      claimStatus: claim ? textIn(claim, 'status') : null,
      openFindings: claim ? numberIn(claim, 'openFindings') : null,
      why: why(charge, claim),
      filing: {
        deadline: deadline || null,
        daysLeft: deadline ? daysBetween(today, deadline) : null,
        isUrgent: isWaiting && alarmFrom !== '' && alarmFrom <= today,
      },
    }
  })
}

const query = z.object({
  limit: optionalWholeNumber({
    min: 1,
    max: pageSize,
    message: `limit must be a whole number from 1 to ${pageSize}.`,
  }),
})

/**
 * GET /api/charges/unbilled[?limit]: completed sessions that nobody was asked to pay for, oldest first, with
 * how many there are and what they come to.
 */
export const unbilledEndpoint = door('policy', {
  method: 'get',
  path: '/unbilled',
  handler: async (req) => {
    if (!req.user) throw new Refusal('signed-out', 'Sign in first.')
    const scope = await decide(req, 'charges', 'read')
    if (scope === false) throw new Refusal('not-granted', 'Charges are for billing.')
    const { limit } = queryOf(req, query)
    return Response.json({
      docs: await list(req, scope, limit ?? pageSize),
      ...(await totalsOf(req, scope)),
    })
  },
})
