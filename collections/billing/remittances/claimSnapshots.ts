import { rowsNaming } from '@/hooks/rowsById'
import type { FactReader } from '@/hooks/rules/rule'
import { codesIn } from '@/src/domain/billing/codesIn'
import type { ClaimSnapshot, PostedPayment } from '@/src/domain/billing/remittanceTypes'
import type { Remittance835 } from '@/src/domain/billing/x12/remittanceTypes'
import { idIn, numberIn, type Row, textIn } from '@/src/domain/row'

const chunkSize = 200

const inChunks = async (
  ids: readonly string[],
  load: (part: string[]) => Promise<Row[]>,
): Promise<Row[]> => {
  const unique = [...new Set(ids.filter(Boolean))]
  const rows: Row[] = []
  for (let start = 0; start < unique.length; start += chunkSize) {
    rows.push(...(await load(unique.slice(start, start + chunkSize))))
  }
  return rows
}

const idsOf = (rows: readonly Row[]): string[] => rows.map((row) => String(row['id']))

/** Insurance decisions of these claims that were not taken back. */
const standingPayments = async (
  read: FactReader,
  claimIds: readonly string[],
): Promise<Map<string, PostedPayment[]>> => {
  const decisions = await inChunks(claimIds, (part) =>
    read.many('postings', {
      and: [{ claim: { in: part } }, { kind: { equals: 'remittanceLine' } }],
    }),
  )
  const reversals = await inChunks(idsOf(decisions), (part) =>
    read.many('postings', { reversalOf: { in: part } }),
  )
  const reversed = new Set(reversals.map((row) => idIn(row, 'reversalOf')))
  const payments = new Map<string, PostedPayment[]>()
  for (const row of decisions) {
    if (reversed.has(String(row['id']))) continue
    const claimId = idIn(row, 'claim') ?? ''
    const payment = {
      id: String(row['id']),
      payerClaimNumber: textIn(row, 'payerClaimNumber'),
      paidCents: numberIn(row, 'paidCents'),
    }
    payments.set(claimId, [...(payments.get(claimId) ?? []), payment])
  }
  return payments
}

// The domain calls a claim that was voided before it was sent by a name of its own.
const statusOf = (claim: Row): string =>
  claim['status'] === 'voided' && !claim['submittedAt'] ? 'voidInternal' : textIn(claim, 'status')

/** Our claims as the planner compares them. */
export const snapshotsOf = async (
  read: FactReader,
  claims: readonly Row[],
): Promise<ClaimSnapshot[]> => {
  const claimIds = idsOf(claims)
  const lines = rowsNaming(
    await inChunks(claimIds, (part) => read.many('claim-lines', { claim: { in: part } })),
    'claim',
  )
  const policies = await inChunks(
    claims.map((claim) => idIn(claim, 'policy') ?? ''),
    (part) => read.many('insurance-policies', { id: { in: part } }),
  )
  const memberIds = new Map(policies.map((row) => [String(row['id']), textIn(row, 'memberId')]))
  const payments = await standingPayments(read, claimIds)
  return claims.map((claim) => {
    const id = String(claim['id'])
    return {
      id,
      controlNumber: textIn(claim, 'controlNumber'),
      memberId: memberIds.get(idIn(claim, 'policy') ?? '') ?? '',
      patientName: '',
      serviceDate: textIn(claim, 'serviceDate'),
      totalCents: numberIn(claim, 'totalCents'),
      status: statusOf(claim),
      postedPayments: payments.get(id) ?? [],
      lines: (lines.get(id) ?? []).map((line) => ({
        id: String(line['id']),
        lineControlNumber: textIn(line, 'lineControlNumber'),
        code: textIn(line, 'code'),
        modifiers: codesIn(line, 'modifiers'),
        serviceDate: textIn(line, 'serviceDate'),
        chargeCents: numberIn(line, 'chargeCents'),
        chargeId: idIn(line, 'charge') ?? '',
      })),
    }
  })
}

/** Claims a remittance may mean: by our number, or by the member it names. */
export const candidatesFor = async (
  read: FactReader,
  { claims }: Remittance835,
): Promise<ClaimSnapshot[]> => {
  const numbers = claims.map((claim) => claim.claimNumber.trim().toUpperCase())
  const members = claims.flatMap((claim) =>
    [claim.patient, claim.insured, claim.corrected].map((person) =>
      (person?.id ?? '').trim().toUpperCase(),
    ),
  )
  const byNumber = await inChunks(numbers, (part) =>
    read.many('claims', { controlNumber: { in: part } }),
  )
  const policies = await inChunks(members, (part) =>
    read.many('insurance-policies', { memberId: { in: part } }),
  )
  const byMember = await inChunks(idsOf(policies), (part) =>
    read.many('claims', { policy: { in: part } }),
  )
  const rows = new Map([...byNumber, ...byMember].map((row) => [String(row['id']), row]))
  return snapshotsOf(read, [...rows.values()])
}
