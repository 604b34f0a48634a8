import { at, type Clinic, clockTime, plusMinutes } from '../clinic'
import type { Profile } from '../profile'
import type { Story } from '../timeline'
import { noteTexts } from '../words/chart'
import { ofPatient, oneOf, ownClinician, rowsOf, staffHand, type Told } from './told'

/** One meeting on its day. */
export type Meeting = { day: string; appointment: string; isIntake: boolean }

const feeCents: Record<string, number> = { '90791': 18_000, '90834': 15_000, '90837': 17_500 }

export const startOf = ({ slot }: Profile, day: string): Date => at(day, slot.time)

/** Minutes of a meeting; every sixth person has the long session. */
export const minutesOf = ({ index }: Profile): number => (index % 6 === 4 ? 60 : 50)

const visitOf = (clinic: Clinic, profile: Profile, day: string) => ({
  clinician: clinic.staff[profile.clinician],
  startsAt: startOf(profile, day).toISOString(),
  minutes: minutesOf(profile),
  kind: 'individual',
  format: profile.format,
  location: clinic.places[profile.slot.place],
  ...(profile.slot.room ? { room: clinic.rooms[profile.slot.room] } : {}),
})

/** Books one weekly session, unless there is one on that day. Answers its id. */
export const bookOn = async (told: Told, day: string): Promise<string> => {
  const { clinic, profile, stage } = told
  const [known] = await rowsOf(
    stage,
    'appointments',
    ofPatient(told, { serviceDate: { equals: day } }),
  )
  if (known) return known.id
  const input = { patient: told.patient, ...visitOf(clinic, profile, day) }
  const answer = await staffHand(told, 'ben').act('appointments', 'book', { input })
  return answer.id
}

const payAtTheDesk = async (told: Told, session: string): Promise<void> => {
  if (told.profile.payer) return
  const charge = await oneOf(told.stage, 'charges', { session: { equals: session } })
  await staffHand(told, 'ben').act('payments', 'record', {
    input: {
      patient: told.patient,
      amountCents: feeCents[String(charge['code'])] ?? Number(charge['amountCents']),
      method: 'terminal',
      reference: `Slip ${1000 + told.random.int(1, 8999)}`,
    },
  })
}

/** From the check-in to the completed session; leaves the session's id in `into`. */
export async function* meet(told: Told, meeting: Meeting, into: { session: string }): Story {
  const { condition, profile, random, stage } = told
  const start = startOf(profile, meeting.day)
  const own = random.fork(`meeting ${meeting.day}`)
  const id = meeting.appointment
  yield plusMinutes(start, -own.int(5, 26))
  await staffHand(told, 'ben').act('appointments', 'check-in', { id })
  const startedAt = plusMinutes(start, own.int(1, 3))
  yield startedAt
  const clinician = ownClinician(told)
  await clinician.act('appointments', 'start-session', { id })
  const session = await oneOf(stage, 'sessions', { appointment: { equals: id } })
  into.session = session.id
  const length = meeting.isIntake
    ? own.int(54, 57)
    : minutesOf(profile) === 60
      ? own.int(53, 56)
      : own.int(46, 50)
  yield plusMinutes(startedAt, length)
  const tags = meeting.isIntake
    ? []
    : [own.pick(condition.techniques), own.pick(condition.techniques)]
  await clinician.act('sessions', 'complete', {
    id: session.id,
    input: {
      techniqueTags: [...new Set(tags)].join(' '),
      ...(meeting.isIntake ? {} : { response: own.pick(condition.answered) }),
    },
  })
  await payAtTheDesk(told, session.id)
}

/** The note of a session, written and signed by its clinician; `isSigned` false leaves the draft. */
export const writeNote = async (
  told: Told,
  { session, day, isSigned }: { session: string; day: string; isSigned: boolean },
): Promise<void> => {
  const { condition, random } = told
  const clinician = ownClinician(told)
  const { plan: _prefilled, ...texts } = noteTexts(condition, random.fork(`note ${day}`))
  const note = await clinician.create('progress-notes', { session, format: 'DAP', ...texts })
  if (!note['plan'])
    await clinician.update('progress-notes', note.id, { plan: 'Continue as planned.' })
  if (isSigned) await clinician.act('progress-notes', 'sign', { id: note.id })
}

/** When a clinician writes: after the last session of the morning, or the day after. */
export const writingTime = ({ profile }: Told, day: string, hour: number): Date =>
  at(day, clockTime(hour, 2 + ((profile.index * 7) % 55)))
