import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { PATIENT_PARTS } from '@/src/domain/records/intakeSections'
import { Refusal } from '@/src/lib/errors'
import { completePacketItem } from '../../../intake/completePacketItem'

const needed = ['historyConcerns', 'historyGoals']

/** The patient is done with their part; the clinician goes on from it. */
export const submitHistory = defineAction({
  slug: 'intake-assessments',
  name: 'submit',
  label: 'Hand in',
  tone: 'primary',
  confirm: 'You cannot change your answers afterwards. Your clinician reads them before you meet.',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['open'] },
  prepare: async ({ now, record }) => {
    const empty = PATIENT_PARTS.filter(
      ({ key }) => needed.includes(key) && !String(record[key] ?? '').trim(),
    )
    if (empty.length) {
      throw new Refusal(
        'refused-by-rule',
        empty.map(({ key, label }) => ({ path: key, message: `Please answer: "${label}".` })),
      )
    }
    return { set: { status: 'submittedByPatient', submittedAt: now.toISOString() } }
  },
  effects: [
    {
      name: 'packet',
      run: ({ record, req, system }) =>
        completePacketItem(
          { req, system },
          { patientId: String(record['patient']), kind: 'history' },
        ),
    },
  ],
})
