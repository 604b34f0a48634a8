import type { PayloadRequest, Where } from 'payload'
import { asUser } from '@/access/asSystem'
import { decide, isGranted } from '@/access/decide'
import { door } from '@/access/doors'
import { idIn } from '@/access/scopes'
import { audit } from '@/hooks/audit/writer'
import type { Row } from '@/hooks/change'
import { factReader } from '@/hooks/facts'
import { daysBetween } from '@/src/domain/calendarDate'
import { Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import { numberIn, textIn } from '../text'

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

const list = async (req: PayloadRequest, scope: Where | true): Promise<object[]> => {
  const read = factReader(req)
  const open: Where = { status: { in: ['awaitingNote', 'ready'] } }
  const charges = await read.many('charges', scope === true ? open : { and: [open, scope] }, {
    sort: 'serviceDate',
    limit: pageSize,
  })
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

/** GET /api/charges/unbilled: completed sessions that nobody was asked to pay for, oldest first. */
export const unbilledEndpoint = door('policy', {
  method: 'get',
  path: '/unbilled',
  handler: async (req) => {
    if (!req.user) throw new Refusal('signed-out', 'Sign in first.')
    const scope = await decide(req, 'charges', 'read')
    if (scope === false) throw new Refusal('not-granted', 'Charges are for billing.')
    const docs = await list(req, scope)
    return Response.json({
      docs,
      totalDocs: docs.length,
      totalCents: (docs as { amountCents: number }[]).reduce(
        (sum, row) => sum + row.amountCents,
        0,
      ),
    })
  },
})
