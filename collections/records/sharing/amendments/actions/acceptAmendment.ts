import { z } from 'zod'
import { optionalText, requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import type { FactReader } from '@/hooks/rules/rule'
import { idIn, type Row } from '@/src/domain/row'
import { dayIn, practiceZone } from '@/src/lib/practiceZone'
import { tellAsker } from '../../tellAsker'
import { closeAmendmentTasks } from '../amendmentTask'

/** The newest addendum to the note that was signed since the patient asked. */
const addendumOf = async (read: FactReader, record: Row): Promise<string | null> => {
  const note = idIn(record, 'note')
  if (!note) return null
  const addenda = await read.many(
    'addenda',
    { and: [{ note: { equals: note } }, { isFinal: { equals: true } }] },
    { sort: '-number' },
  )
  const since = String(record['receivedOn'])
  const added = addenda.find((row) => {
    const signedAt = row['signedAt'] ? new Date(String(row['signedAt'])) : null
    return signedAt !== null && dayIn(signedAt, practiceZone()) >= since
  })
  return added ? String(added['id']) : null
}

/** 45 CFR 164.526(c): what is right is linked to the record, and those who rely on it are told. */
export const acceptAmendment = defineAction({
  slug: 'amendment-requests',
  name: 'accept',
  label: 'Accept',
  tone: 'primary',
  confirm:
    'What was signed stays as it is; the addendum stands beside it and leaves with it. Tell those whom the patient named, and those who may rely on what was wrong.',
  input: z.object({
    answer: requiredText('Write what was done: the patient reads it.', 2000),
    told: optionalText(2000),
  }),
  fields: [
    { name: 'answer', label: 'What was done', type: 'textarea', isRequired: true },
    { name: 'told', label: 'Who was told', type: 'textarea' },
  ],
  from: { column: 'status', values: ['open'] },
  prepare: async ({ actor, input, now, read, record }) => ({
    set: {
      status: 'accepted',
      addendum: await addendumOf(read, record),
      closedAt: now.toISOString(),
      closedBy: actor.id,
      answer: input.answer,
      told: input.told ?? '',
    },
  }),
  effects: [
    { name: 'task', run: closeAmendmentTasks },
    {
      name: 'tell',
      run: (context) => tellAsker(context, `amendment-accepted|${context.record.id}`),
    },
  ],
})
