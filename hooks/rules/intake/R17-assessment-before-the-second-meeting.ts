import { idIn, type Row } from '@/src/domain/row'
import { toMs } from '@/src/domain/scheduling/zonedTime'
import { defineRule } from '../rule'

type Facts = { meetings: Row[]; assessments: Row[]; patient: Row | null }

const isMeeting = new Set(['booked', 'checkedIn', 'inSession', 'completed'])
const tookPlace = new Set(['inSession', 'completed'])

/** At check-in only meetings that took place count: an appointment that was moved does not block. */
const comesBefore = (meeting: Row, { after, on }: { after: Row; on: string }): boolean => {
  if (meeting['id'] === after['id']) return false
  const states = on === 'action:check-in' ? tookPlace : isMeeting
  return (
    states.has(String(meeting['status'])) &&
    toMs(String(meeting['startsAt'])) < toMs(String(after['startsAt']))
  )
}

export const assessmentBeforeTheSecondMeeting = defineRule<Facts>({
  id: 'R17',
  title: 'The initial assessment is finished before the second meeting',
  area: 'intake',
  appliesTo: [
    'appointments:action:book',
    'appointments:action:reschedule',
    'appointments:action:check-in',
  ],
  override: { roles: ['director'] },
  facts: async (read, { after }) => {
    const byPatient = { patient: { equals: idIn(after, 'patient') } }
    const [meetings, assessments] = await Promise.all([
      read.many('appointments', byPatient),
      read.many('intake-assessments', byPatient),
    ])
    return { meetings, assessments, patient: await read.one('patients', idIn(after, 'patient')) }
  },
  check: ({ actor, change, facts }) => {
    const isSecond = facts.meetings.some((meeting) => comesBefore(meeting, change))
    if (!isSecond || facts.assessments.some((assessment) => assessment['isFinal'] === true))
      return []
    // Who came from another system was assessed there.
    if (facts.patient?.['assessedOn']) return []
    // How far the assessment is, is not for who acts for the patient.
    if (actor.kind === 'proxy')
      return [{ path: 'startsAt', message: 'Call the office to book the next visit.' }]
    const patient = idIn(change.after, 'patient') ?? ''
    return [
      {
        path: 'startsAt',
        message: 'Initial assessment is not finished.',
        fixUrl: `/admin/collections/intake-assessments?filter=patient:${patient}`,
      },
    ]
  },
})
