import { z } from 'zod'
import { defineAction, type EffectContext } from '@/hooks/actions/define'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { moveRow } from '@/hooks/moveRow'
import type { FactReader } from '@/hooks/rules/rule'
import { idIn, numberIn, type Row, type StoredRow, textIn } from '@/src/domain/row'
import { nextNumber } from '../../numbers/nextNumber'
import { buildClaim837 } from '../buildClaim837'
import { writeClaimFile } from '../claimFile'
import { problemOf } from '../fileProblemOf'
import { settleSubmitted } from '../settleSubmitted'

type Written = { fileText: string; fileProblem: string; diagnosisCodes: string }

const write = async (
  read: FactReader,
  { record, number, now }: { record: Row; number: number; now: Date },
): Promise<Written> => {
  const claim = await buildClaim837(read, record)
  const diagnosisCodes = claim.diagnoses.join(' ')
  try {
    const numbers = { interchange: number, batch: `B${String(number).padStart(7, '0')}` }
    const fileText = await writeClaimFile(read, { claims: [claim], numbers, now })
    return { fileText, fileProblem: '', diagnosisCodes }
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    return { fileText: '', fileProblem: problem.finding.message, diagnosisCodes }
  }
}

/** The file of one claim, from the text that was frozen with the commit. */
const makeBatch = async ({ system, record, req }: EffectContext): Promise<void> => {
  const number = numberIn(record, 'batchNumber')
  const practice = await req.payload.db.findGlobal({ slug: 'practice', req })
  const batch = await ensureRow(system, 'claim-batches', {
    uniqueKey: `claim|${record.id}|${number}`,
    status: 'ready',
    fileName: `837P-${String(number).padStart(9, '0')}.txt`,
    interchangeNumber: number,
    claimIds: record.id,
    claimCount: 1,
    totalCents: numberIn(record, 'totalCents'),
    isTest: (practice as Row)['isTestMode'] !== false,
    submittedAt: record['submittedAt'],
    submittedBy: idIn(record, 'submittedBy'),
    fileText: textIn(record, 'fileText'),
  })
  await moveRow(req, {
    collection: 'claims',
    id: record.id,
    where: { batchNumber: { equals: number } },
    data: { batch: (batch as { id: string }).id },
  })
}

export const submitClaim = defineAction({
  slug: 'claims',
  name: 'submit',
  label: 'Send claim',
  tone: 'primary',
  confirm: 'The claim file is written and the claim counts as sent.',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['draft', 'needsAttention', 'ready', 'rejected'] },
  prepare: async ({ record, read, req, now, actor }) => {
    const number = await nextNumber(req, 'interchange')
    const { fileText, fileProblem, diagnosisCodes } = await write(read, { record, number, now })
    return {
      set: {
        status: 'submitted',
        submittedAt: now.toISOString(),
        submittedBy: actor.kind === 'staff' ? actor.id : null,
        batchNumber: number,
        fileProblem,
        diagnosisCodes,
        reason: '',
        fileText,
      },
    }
  },
  effects: [
    { name: 'file', run: makeBatch },
    { name: 'charge', run: ({ req, record }) => settleSubmitted(req, record) },
  ],
  answer: async ({ req, record }) => {
    const batch = await req.payload.db.findOne<StoredRow>({
      collection: 'claim-batches',
      where: { uniqueKey: { equals: `claim|${record.id}|${numberIn(record, 'batchNumber')}` } },
    })
    return {
      batchId: batch?.id ?? null,
      fileName: textIn(batch, 'fileName'),
      fileUrl: batch ? `/api/claim-batches/${batch.id}/file` : null,
    }
  },
})
