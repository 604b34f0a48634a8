import { z } from 'zod'
import { defineAction, type EffectContext } from '@/hooks/actions/define'
import type { Row } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { tellPatient } from '../../../records/tellPatient'
import { moveRecord } from '../../moveRecord'

const parts = {
  warningSigns: 'Write the signs that a crisis may be coming.',
  ownSteps: 'Write what the patient can do alone.',
  peopleAndPlaces: 'Write people and places that help.',
  helpers: 'Write who can be asked for help.',
  professionals: 'Write the professionals and services to call.',
  saferPlace: 'Write how the surroundings are made safer.',
} as const

const missingParts = (record: Row) =>
  Object.entries(parts).flatMap(([path, message]) =>
    String(record[path] ?? '').trim() ? [] : [{ path, message }],
  )

const replaceOlder = async ({ read, record, req }: EffectContext): Promise<void> => {
  const older = await read.many('safety-plans', {
    and: [
      { patient: { equals: record['patient'] } },
      { status: { equals: 'shared' } },
      { id: { not_equals: record.id } },
      { sharedAt: { less_than_equal: record['sharedAt'] } },
    ],
  })
  for (const row of older) {
    await moveRecord(req, {
      collection: 'safety-plans',
      id: String(row['id']),
      from: { status: { equals: 'shared' } },
      set: { status: 'superseded', isShared: false },
    })
  }
}

export const shareSafetyPlan = defineAction({
  slug: 'safety-plans',
  name: 'share',
  label: 'Share with the patient',
  tone: 'primary',
  confirm:
    'The patient sees it in the portal at once. It cannot be changed afterwards, only replaced.',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['draft'] },
  prepare: async ({ now, record }) => {
    const missing = missingParts(record)
    if (missing.length) throw new Refusal('refused-by-rule', missing)
    return { set: { status: 'shared', isShared: true, sharedAt: now.toISOString() } }
  },
  effects: [
    { name: 'older', run: replaceOlder },
    { name: 'mail', run: (context) => tellPatient(context, `safety-plan|${context.record.id}`) },
  ],
})
