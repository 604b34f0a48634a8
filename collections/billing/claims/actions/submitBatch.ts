import { z } from 'zod'
import { type ActionContext, defineAction, type EffectContext } from '@/hooks/actions/define'
import { moveRow } from '@/hooks/moveRow'
import type { FactReader } from '@/hooks/rules/rule'
import { idIn, numberIn, type Row, type StoredRow, textIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { nextNumber } from '../../numbers/nextNumber'
import { buildClaim837 } from '../buildClaim837'
import { writeClaimFile } from '../claimFile'
import { fileProblemOf } from '../fileProblemOf'
import { settleSubmitted } from '../settleSubmitted'

/** Acknowledgements refuse a whole transaction, so a file stays small enough to send again. */
const maxClaims = 100
const sendable = ['draft', 'needsAttention', 'ready', 'rejected']

const input = z.object({
  claims: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(/[\s,]+/).filter(Boolean) : value),
    z
      .array(z.string({ error: 'Choose claims from the list.' }), {
        error: 'Choose the claims to send.',
      })
      .min(1, 'Choose at least one claim.')
      .max(maxClaims, `Send at most ${maxClaims} claims in one file.`),
  ),
})

type Input = z.output<typeof input>

const numbersOf = (number: number) => ({
  interchange: number,
  batch: `B${String(number).padStart(7, '0')}`,
})

const loadClaims = async (read: FactReader, ids: readonly string[]): Promise<Row[]> => {
  const rows = await read.many('claims', { id: { in: [...ids] } })
  if (rows.length !== ids.length) {
    throw new Refusal('invalid', [
      { path: 'claims', message: 'One of these claims was not found. Reload the list.' },
    ])
  }
  const moved = rows.find((row) => !sendable.includes(textIn(row, 'status')))
  if (!moved) return rows
  throw new Refusal('conflict', [
    {
      path: 'claims',
      message: `Claim ${textIn(moved, 'controlNumber')} was sent already. Reload the list.`,
    },
  ])
}

/** Writes the file for trial, so that a value that cannot be sent is named before anything happens. */
const rehearse = async (
  { req, system }: ActionContext<Input>,
  rows: readonly Row[],
): Promise<void> => {
  for (const row of rows) {
    const problem = await fileProblemOf({ req, system }, row)
    if (!problem) continue
    throw new Refusal('refused-by-rule', [
      {
        path: 'claims',
        rule: 'R71',
        message: `Claim ${textIn(row, 'controlNumber')}: ${problem.finding.message}`,
        fixUrl: `/admin/collections/claims/${row['id']}`,
      },
    ])
  }
}

/** A claim belongs to the file that takes it first. */
const takeClaims = async ({ req, record, read }: EffectContext): Promise<void> => {
  for (const id of textIn(record, 'claimIds').split(' ').filter(Boolean)) {
    await moveRow(req, {
      collection: 'claims',
      id,
      where: { status: { in: sendable } },
      data: {
        status: 'submitted',
        submittedAt: record['submittedAt'],
        submittedBy: idIn(record, 'submittedBy'),
        batchNumber: numberIn(record, 'interchangeNumber'),
        batch: record.id,
        reason: '',
      },
    })
    const claim = await read.one('claims', id)
    if (claim && idIn(claim, 'batch') === record.id) await settleSubmitted(req, claim)
  }
}

/** What changed between the trial and now goes back to the list instead of holding up the file. */
const leaveOut = async ({ req, system }: EffectContext, row: Row): Promise<boolean> => {
  const problem = await fileProblemOf({ req, system }, row)
  if (!problem) return false
  await moveRow(req, {
    collection: 'claims',
    id: String(row['id']),
    data: {
      status: 'needsAttention',
      batch: null,
      submittedAt: null,
      reason: problem.finding.message,
    },
  })
  return true
}

const makeFile = async (context: EffectContext): Promise<void> => {
  const { record, read, system } = context
  const taken = await read.many(
    'claims',
    { batch: { equals: record.id } },
    { sort: 'controlNumber' },
  )
  const rows: Row[] = []
  for (const row of taken) if (!(await leaveOut(context, row))) rows.push(row)
  const claims = []
  for (const row of rows) claims.push(await buildClaim837(read, row))
  const fileText = rows.length
    ? await writeClaimFile(read, {
        claims,
        numbers: numbersOf(numberIn(record, 'interchangeNumber')),
        now: new Date(String(record['submittedAt'])),
      })
    : ''
  await system.update({
    collection: 'claim-batches',
    id: record.id,
    data: {
      status: rows.length ? 'ready' : 'empty',
      claimCount: rows.length,
      totalCents: rows.reduce((sum, row) => sum + numberIn(row, 'totalCents'), 0),
      fileText,
    },
  })
}

export const submitBatch = defineAction({
  slug: 'claim-batches',
  name: 'submit',
  label: 'Send claims',
  tone: 'primary',
  confirm: 'One claim file is written with all of them, and they count as sent.',
  on: 'collection',
  input,
  fields: [
    {
      name: 'claims',
      label: 'Claims',
      type: 'text',
      isRequired: true,
      help: 'Ids of the claims, separated by spaces.',
    },
  ],
  prepare: async (context) => {
    const { read, req, now, actor, key } = context
    const ids = [...new Set(context.input.claims)]
    const rows = await loadClaims(read, ids)
    await rehearse(context, rows)
    const practice = await read.global('practice')
    const number = await nextNumber(req, 'interchange')
    return {
      set: {
        uniqueKey: `batch|${key}`,
        status: 'assembling',
        fileName: `837P-${String(number).padStart(9, '0')}.txt`,
        interchangeNumber: number,
        claimIds: ids.join(' '),
        claimCount: 0,
        totalCents: 0,
        isTest: practice['isTestMode'] !== false,
        submittedAt: now.toISOString(),
        submittedBy: actor.kind === 'staff' ? actor.id : null,
      },
    }
  },
  effects: [
    { name: 'take', run: takeClaims },
    { name: 'file', run: makeFile },
  ],
  answer: async ({ req, record }) => {
    const batch = await req.payload.db.findOne<StoredRow>({
      collection: 'claim-batches',
      where: { id: { equals: record.id } },
    })
    if (batch?.['status'] !== 'ready') {
      throw new Refusal(
        'conflict',
        'Somebody else sent these claims at the same moment. Reload the list.',
      )
    }
    return {
      claimCount: numberIn(batch, 'claimCount'),
      fileName: textIn(batch, 'fileName'),
      fileUrl: `/api/claim-batches/${record.id}/file`,
    }
  },
})
