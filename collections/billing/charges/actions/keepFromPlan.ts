import { z } from 'zod'
import { defineAction, type EffectContext } from '@/hooks/actions/define'
import { transferPosting } from '@/src/domain/billing/ledger'
import { idIn, textIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { releaseUnit } from '../../effects/releaseUnit'
import { owedOn } from '../../ledger/patientBooks'
import { postOnce } from '../../ledger/postOnce'
import { moveRow } from '../../moveRow'

const unsent = ['draft', 'needsAttention', 'ready', 'rejected']

/** Drafts that nobody saw are not sent any more. */
const voidDrafts = async ({ req, read, record }: EffectContext): Promise<void> => {
  const claims = await read.many('claims', { charge: { equals: record.id } })
  for (const claim of claims) {
    await moveRow(req, 'claims', {
      id: String(claim['id']),
      where: { status: { in: unsent } },
      data: { status: 'voided', reason: 'The patient pays and keeps it from the plan.' },
    })
  }
}

/** What the payer would have owed is the patient's to pay. */
const moveToPatient = async ({ req, record, refs, system }: EffectContext): Promise<void> => {
  const patientId = idIn(record, 'patient')
  const payerId = refs['payer'] ? String(refs['payer']) : null
  if (!patientId || !payerId) return
  await postOnce(
    { system, req },
    {
      uniqueKey: `keep-from-plan|${record.id}|${String(record['keptFromPlanAt'])}`,
      patientId,
      facts: { chargeId: record.id },
      build: (posted) => {
        const amountCents = owedOn(posted, record.id, { kind: 'payer', payerId })
        if (amountCents <= 0) return null
        return transferPosting({
          chargeId: record.id,
          patientId,
          from: { kind: 'payer', payerId },
          to: { kind: 'patient' },
          amountCents,
        })
      },
    },
  )
}

/** 45 CFR 164.522(a)(1)(vi), MN-7: who pays in full may keep a service from the health plan. */
export const keepFromPlan = defineAction({
  slug: 'charges',
  name: 'keep-from-plan',
  label: 'Keep from the plan',
  confirm:
    'The patient pays the whole fee. No claim is made for this service, and nothing about it goes to the insurance company. Do not ask why.',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['awaitingNote', 'ready', 'claimed', 'billed'] },
  prepare: async ({ now, read, record }) => {
    if (record['isKeptFromPlan'] === true) {
      throw new Refusal('conflict', 'This service is kept from the plan already.')
    }
    const claims = await read.many('claims', { charge: { equals: record['id'] } })
    const sent = claims.find((claim) => ![...unsent, 'voided'].includes(textIn(claim, 'status')))
    if (sent) {
      throw new Refusal('conflict', [
        {
          message: `Claim ${textIn(sent, 'controlNumber')} was sent for this service: the plan knows of it. Void the claim first.`,
          fixUrl: `/admin/collections/claims/${sent['id']}`,
        },
      ])
    }
    return {
      set: {
        isKeptFromPlan: true,
        keptFromPlanAt: now.toISOString(),
        policy: null,
        payer: null,
      },
      refs: { payer: idIn(record, 'payer') },
    }
  },
  effects: [
    { name: 'claims', run: voidDrafts },
    {
      name: 'unit',
      run: async ({ record, req, system }) => {
        const appointment = idIn(record, 'appointment')
        if (appointment) await releaseUnit({ req, system }, appointment, ['reserved', 'used'])
      },
    },
    { name: 'books', run: moveToPatient },
  ],
})
