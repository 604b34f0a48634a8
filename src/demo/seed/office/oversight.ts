import { addDays } from '@/src/domain/calendarDate'
import { weekdayOf } from '@/src/domain/scheduling/zonedTime'
import { reviewAccesses } from '@/src/jobs/reviewAccesses'
import { clock } from '@/src/lib/clock'
import { at, type Clinic, dayOf, handOf, type Stage, workday } from '../clinic'
import { portalLogins } from '../logins'
import type { Profile } from '../profile'
import { oneOf } from '../story/told'
import type { Story } from '../timeline'

const patientOf = async (stage: Stage, profile: Profile): Promise<string> =>
  (await oneOf(stage, 'patients', { email: { equals: profile.email } })).id

/** Two people somebody worries about: one was spoken to, the other nobody has reached yet (R19). */
async function* worries(stage: Stage, clinic: Clinic, [one, two]: Profile[]): Story {
  if (!one || !two) return
  const first = workday(addDays(stage.today, -6))
  yield at(first, '17:10')
  const { id } = await handOf(stage, clinic, one.clinician).act('risk-events', 'report', {
    input: {
      patient: await patientOf(stage, one),
      source: 'session',
      detail: 'Says that the evenings feel pointless since the move; no plan, no means at home.',
    },
  })
  yield at(first, '17:45')
  await handOf(stage, clinic, one.clinician).act('risk-events', 'assess', {
    id,
    input: {
      contactedAt: at(first, '17:15').toISOString(),
      ideation: 'passive',
      acuteRisk: 'low',
      chronicRisk: 'low',
      assessment:
        'Thoughts pass, no intent. Sister knows and is close. Wants to go on with therapy.',
      disposition: 'moreContact',
      followUpOn: workday(addDays(stage.today, 1)),
    },
  })
  yield at(workday(addDays(stage.today, -3)), '16:40')
  await handOf(stage, clinic, two.clinician).act('risk-events', 'report', {
    input: {
      patient: await patientOf(stage, two),
      source: 'call',
      detail: 'Canceled by phone and sounded hopeless; did not pick up when called back.',
    },
  })
}

/** Dr Imani opened a chart that is not hers; compliance looks at it afterwards (R106). */
async function* emergency(stage: Stage, clinic: Clinic, profile: Profile | undefined): Story {
  if (!profile) return
  const day = workday(addDays(stage.today, -3))
  yield at(day, '18:20')
  const imani = handOf(stage, clinic, 'imani')
  const { id } = await imani.act('break-glass-grants', 'start', {
    input: {
      patient: await patientOf(stage, profile),
      reasonCode: 'clinician-unreachable',
      reasonText:
        'The emergency department asks about medication and the clinician is on a flight.',
    },
  })
  yield at(day, '18:45')
  await imani.act('break-glass-grants', 'end', { id })
}

const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day))

/**
 * Last week Rosa opened a chart that is not hers. Sam looked into it, and it stands in the week's list of
 * charts that were viewed without an assignment, which the server makes on Monday (R106 R108).
 */
async function* lastWeek(stage: Stage, clinic: Clinic, profile: Profile | undefined): Story {
  if (!profile) return
  const monday = mondayOf(stage.today)
  yield at(addDays(monday, -5), '12:10')
  const rosa = handOf(stage, clinic, 'rosa')
  const { id } = await rosa.act('break-glass-grants', 'start', {
    input: {
      patient: await patientOf(stage, profile),
      reasonCode: 'clinician-unreachable',
      reasonText: 'Called from the street in a panic; the clinician was in a session.',
    },
  })
  yield at(addDays(monday, -5), '12:25')
  await rosa.act('break-glass-grants', 'end', { id })
  // Emergency access and the log go by the machine's time, which is not that of the story.
  const wednesday = addDays(mondayOf(dayOf(clock.wall())), -5)
  const data = {
    startedAt: at(wednesday, '12:10').toISOString(),
    endedAt: at(wednesday, '12:25').toISOString(),
    expiresAt: at(wednesday, '13:10').toISOString(),
  }
  await stage.payload.db.updateOne({ collection: 'break-glass-grants', id, data })
  yield at(addDays(monday, -4), '09:30')
  await handOf(stage, clinic, 'sam').act('break-glass-grants', 'review', {
    id,
    input: {
      outcome: 'appropriate',
      finding: 'By the time the chart was open the caller had calmed down; nothing was read.',
    },
  })
  yield at(monday, '06:00')
  await reviewAccesses(stage.payload)
}

/** Nora finds a wrong date in her record and asks to have it corrected. */
async function* correction(stage: Stage): Story {
  yield at(addDays(stage.today, -5), '20:05')
  const { id: patient } = await oneOf(stage, 'patients', {
    email: { equals: portalLogins.steady.email },
  })
  const account = await oneOf(stage, 'portal-users', { patient: { equals: patient } })
  await stage.cast.patient(account.id).act('amendment-requests', 'ask', {
    input: {
      about: 'intake',
      wrong: 'It says that I changed jobs in 2019.',
      wish: 'It was in 2021.',
    },
  })
}

/** What director and compliance find waiting; each part only where its people are told of. */
export const oversightStories = (
  stage: Stage,
  clinic: Clinic,
  profiles: readonly Profile[],
): Story[] => {
  const known = new Set<string>(Object.values(portalLogins).map(({ email }) => email))
  const others = profiles.filter(
    ({ email, quirk, weeks, weeksAgo }) =>
      !known.has(email) && quirk === null && weeks === null && weeksAgo > 6,
  )
  const isThere = profiles.some(({ email }) => email === portalLogins.steady.email)
  return [
    worries(stage, clinic, others.slice(0, 2)),
    emergency(stage, clinic, others[2]),
    lastWeek(stage, clinic, others[3]),
    ...(isThere ? [correction(stage)] : []),
  ]
}
