import { z } from 'zod'
import { requiredChoice, requiredText } from '@/collections/fields/actionInputs'
import type { ActionContext, ActionField, Commit } from '@/hooks/actions/define'
import { idIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { requirePatient } from '../sharingInput'
import { labelledSlugs } from './labelled'

export const labelInput = () =>
  z.object({
    patient: requiredText('Choose whose record it is.', 80),
    collectionSlug: requiredChoice(labelledSlugs, 'Choose a kind of record that can be labelled.'),
    recordId: requiredText('Choose the record.', 80),
    reason: requiredText('Write why.', 1000),
  })

type LabelInput = z.output<ReturnType<typeof labelInput>>

export const labelQuestions: readonly ActionField[] = [
  {
    name: 'patient',
    label: 'Patient',
    type: 'relationship',
    relationTo: 'patients',
    isRequired: true,
  },
  {
    name: 'collectionSlug',
    label: 'Kind of record',
    type: 'select',
    isRequired: true,
    options: labelledSlugs.map((value) => ({ value, label: value.replaceAll('-', ' ') })),
  },
  { name: 'recordId', label: 'Record', type: 'text', isRequired: true },
  { name: 'reason', label: 'Why', type: 'textarea', isRequired: true },
]

/** Throws unless the record is there, is the patient's own, and does not stand there already. */
const requireRecord = async (
  read: ActionContext<unknown>['read'],
  { collectionSlug, patient, recordId }: LabelInput,
  change: 'label' | 'unlabel',
): Promise<void> => {
  const row = await read.one(collectionSlug, recordId)
  const owner = collectionSlug === 'patients' ? row?.['id'] : row && idIn(row, 'patient')
  if (!row || owner !== patient) {
    const message = 'This record was not found in the chart. Reload, and choose it again.'
    throw new Refusal('invalid', [{ path: 'recordId', message }])
  }
  if ((row['isPart2'] === true) === (change === 'label')) {
    const message =
      change === 'label'
        ? 'This record is under Part 2 already.'
        : 'This record is not under Part 2, so there is nothing to take off.'
    throw new Refusal('conflict', [{ path: 'recordId', message }])
  }
}

/** One line of the history of labels; the record follows with the effects. */
export const labelCommit = async (
  { actor, input, now, read }: ActionContext<LabelInput>,
  change: 'label' | 'unlabel',
): Promise<Commit> => {
  await requirePatient(read, input.patient)
  const program = (await read.global('practice'))['part2Program'] ?? 'none'
  if (change === 'label' && program === 'none') {
    throw new Refusal('conflict', [
      {
        message:
          'This practice is set up as no program under 42 CFR part 2. The owner can change that under Settings, Practice.',
      },
    ])
  }
  await requireRecord(read, input, change)
  const { reason, ...rest } = input
  // One line per turn: of several who ask at once one writes it.
  const before = await read.count('part2-labels', { recordId: { equals: input.recordId } })
  const uniqueKey = `label|${input.collectionSlug}|${input.recordId}|${before}`
  return {
    set: { ...rest, uniqueKey, change, at: now.toISOString(), by: actor.id, reason },
  }
}
