import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { queueMail } from '@/collections/system/mail/queueMail'
import { defineAction, type EffectContext } from '@/hooks/actions/define'
import { loadSettings } from '@/hooks/loadSettings'
import {
  type StatementInput,
  type StatementModel,
  statementModel,
} from '@/src/domain/billing/statement'
import { addressLinesFor } from '@/src/domain/people/reach'
import { idIn, type Row, textIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import { moveRow } from '../../moveRow'
import { nextNumber } from '../../numbers/nextNumber'
import { loadStatementInput } from '../statementInput'

type Draft = { model: StatementModel; openQuestion: string }

/** As if every payer had answered and no amount was too small: what the owner may send all the same. */
const forced = (input: StatementInput): StatementInput => ({
  ...input,
  minimumCents: 0,
  charges: input.charges.map((charge) => ({
    ...charge,
    isFinalByAllPayers: true,
    payerDueCents: 0,
  })),
})

const hold = 'Statements are on hold for this patient. Take the hold off the patient first.'

const draftOf = (input: StatementInput, patient: Row): Draft => {
  const asked = statementModel(input)
  if (asked.ok) {
    return { model: asked.statement, openQuestion: patient['statementHold'] === true ? hold : '' }
  }
  const anyway = statementModel(forced(input))
  if (anyway.ok) return { model: anyway.statement, openQuestion: asked.message }
  throw new Refusal('refused-by-rule', [{ path: 'patient', rule: 'R82', message: asked.message }])
}

const draft = async (req: PayloadRequest, patient: Row): Promise<Draft> => {
  const { statementMinimumCents } = await loadSettings(req, {})
  const input = { ...(await loadStatementInput(req, patient)), minimumCents: statementMinimumCents }
  // The number is drawn only for a statement that can be made.
  draftOf({ ...input, statementNumber: 'DRAFT' }, patient)
  const number = await nextNumber(req, 'statement')
  return draftOf({ ...input, statementNumber: `S${String(number).padStart(7, '0')}` }, patient)
}

const markBilled = async ({ req, record }: EffectContext): Promise<void> => {
  const model = JSON.parse(textIn(record, 'model')) as StatementModel // frozen by this action
  for (const { chargeId } of model.lines) {
    await moveRow(req, 'charges', {
      id: chargeId,
      where: { status: { in: ['ready', 'claimed'] } },
      data: { status: 'billed' },
    })
  }
}

const tellPatient = async ({ req, read, record }: EffectContext): Promise<void> => {
  const user = await read.one('portal-users', {
    and: [{ patient: { equals: idIn(record, 'patient') } }, { isActive: { equals: true } }],
  })
  if (!user) return
  await queueMail(req, {
    template: 'statement-ready',
    recipientKind: 'portal-users',
    recipientId: String(user['id']),
    refs: { path: '/portal/statements' },
    uniqueKey: `statement-ready|${record.id}`,
  })
}

export const issueStatement = defineAction({
  slug: 'statements',
  name: 'issue',
  label: 'Send statement',
  tone: 'primary',
  on: 'collection',
  input: z.object({ patient: requiredText('Choose the patient.', 80) }),
  fields: [
    {
      name: 'patient',
      label: 'Patient',
      type: 'relationship',
      relationTo: 'patients',
      isRequired: true,
    },
  ],
  prepare: async ({ input, req, read, now, actor }) => {
    const patient = await read.one('patients', input.patient)
    if (!patient) {
      throw new Refusal('invalid', [
        { path: 'patient', message: 'Choose a patient from the list: this one was not found.' },
      ])
    }
    const uniqueKey = `${input.patient}|${practiceToday()}`
    if (await read.count('statements', { uniqueKey: { equals: uniqueKey } })) {
      throw new Refusal(
        'conflict',
        'A statement was made for this patient today. Withdraw it first, or wait until tomorrow.',
      )
    }
    const { model, openQuestion } = await draft(req, patient)
    return {
      set: {
        uniqueKey,
        statementNumber: model.statementNumber,
        patient: input.patient,
        status: 'issued',
        statementDate: model.statementDate,
        dueDate: model.dueDate,
        totalCents: model.totalDueCents,
        paidCents: 0,
        issuedAt: now.toISOString(),
        issuedBy: actor.kind === 'staff' ? actor.id : null,
        openQuestion,
        model: JSON.stringify(model),
        addressedTo: addressLinesFor(patient).join('\n'),
      },
    }
  },
  effects: [
    { name: 'charges', run: markBilled },
    { name: 'mail', run: tellPatient },
  ],
  answer: async ({ record }) => ({
    statementNumber: record['statementNumber'],
    totalCents: record['totalCents'],
    pdfUrl: `/api/statements/${record.id}/pdf`,
  }),
})
