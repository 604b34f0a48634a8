import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction, type EffectContext } from '@/hooks/actions/define'
import { moveRow } from '@/hooks/moveRow'
import { parkedMoneyPosting, reversalOf } from '@/src/domain/billing/ledger'
import { planRemittance } from '@/src/domain/billing/remittance'
import type {
  ClaimSnapshot,
  MatchedClaim,
  RemittancePlan,
} from '@/src/domain/billing/remittanceTypes'
import type { Remittance835, RemittanceClaim } from '@/src/domain/billing/x12/remittanceTypes'
import { idIn, numberIn, textIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { postOnce } from '../../ledger/postOnce'
import { snapshotsOf } from '../claimSnapshots'
import { postClaim } from '../postClaim'
import { suspensePayer } from '../suspensePayer'

const refuse = (message: string): Refusal =>
  new Refusal('refused-by-rule', [{ path: 'claim', rule: 'R81', message }])

const alone = (claim: RemittanceClaim): Remittance835 => ({
  controlNumber: '',
  version: '',
  payment: {
    handlingCode: 'I',
    amountCents: claim.paidCents,
    direction: 'C',
    method: 'NON',
    date: null,
    traceNumber: '',
    payerIdentifier: '',
  },
  productionDate: null,
  payer: { name: '', idQualifier: '', id: '', references: [] },
  payee: { name: '', idQualifier: '', id: '', references: [] },
  claims: [claim],
  providerAdjustments: [],
  findings: [],
})

/** Lines that do not fit ours become amounts of the claim, which one line of ours can carry. */
const asWhole = (claim: RemittanceClaim): RemittanceClaim => ({
  ...claim,
  adjustments: [...claim.adjustments, ...claim.lines.flatMap((line) => line.adjustments)],
  lines: [],
})

const planFor = (paid: RemittanceClaim, ours: ClaimSnapshot): RemittancePlan => {
  const named = { ...paid, claimNumber: ours.controlNumber }
  const plan = planRemittance({ remittance: alone(named), claims: [ours] })
  if (plan.parked[0]?.code !== 'LINES_DIFFER') return plan
  return planRemittance({ remittance: alone(asWhole(named)), claims: [ours] })
}

const postIt = async (context: EffectContext): Promise<void> => {
  const { record, read, req } = context
  const entry = JSON.parse(textIn(record, 'plan')) as MatchedClaim // frozen by this action
  const claim = await read.one('claims', entry.claimId)
  const remittanceId = idIn(record, 'remittance') ?? ''
  const remittance = await read.one('remittances', remittanceId)
  if (!claim || !remittance) return
  const posted = await postClaim(context, {
    uniqueKey: `match|${record.id}`,
    entry,
    claim,
    remittanceId,
  })
  if (!posted) {
    await moveRow(req, {
      collection: 'remittance-items',
      id: record.id,
      where: { status: { equals: 'matched' } },
      data: { status: 'parked', code: 'ALREADY_POSTED', claim: null, patient: null },
    })
    return
  }
  const amountCents = numberIn(record, 'amountCents')
  if (amountCents === 0) return
  await postOnce(context, {
    uniqueKey: `unpark|${record.id}`,
    patientId: null,
    facts: { remittanceId },
    build: () =>
      reversalOf(parkedMoneyPosting({ payerId: suspensePayer(remittance), amountCents })),
  })
}

export const matchItem = defineAction({
  slug: 'remittance-items',
  name: 'match',
  label: 'Match with a claim',
  tone: 'primary',
  confirm: "The payer's decision is posted to this claim.",
  input: z.object({ claim: requiredText('Choose the claim this belongs to.', 80) }),
  fields: [
    { name: 'claim', label: 'Claim', type: 'relationship', relationTo: 'claims', isRequired: true },
  ],
  from: { column: 'status', values: ['parked'] },
  prepare: async ({ record, input, read, now, actor }) => {
    const detail = textIn(record, 'detail')
    if (!detail) {
      throw refuse(
        'The file as a whole is parked. Import a whole or corrected one, dismiss this, then post the new one.',
      )
    }
    const claim = await read.one('claims', input.claim)
    const [ours] = claim ? await snapshotsOf(read, [claim]) : []
    if (!claim || !ours) {
      throw new Refusal('invalid', [
        { path: 'claim', message: 'Choose a claim from the list: this one was not found.' },
      ])
    }
    const plan = planFor(JSON.parse(detail) as RemittanceClaim, ours) // frozen when it was parked
    const [entry] = plan.matched
    if (!entry) throw refuse(plan.parked[0]?.reason ?? 'This does not fit the claim.')
    return {
      set: {
        status: 'matched',
        matchedBy: 'hand',
        result: entry.status,
        claim: claim['id'],
        patient: idIn(claim, 'patient'),
        resolvedAt: now.toISOString(),
        resolvedBy: actor.kind === 'staff' ? actor.id : null,
        plan: JSON.stringify(entry),
      },
    }
  },
  effects: [{ name: 'post', run: postIt }],
  answer: async ({ read, record }) => {
    const item = await read.one('remittance-items', record.id)
    if (item?.['status'] !== 'matched') {
      throw new Refusal(
        'conflict',
        'The claim was answered from elsewhere at the same moment. Nothing was posted.',
      )
    }
    return { claimId: idIn(item, 'claim') }
  },
})
