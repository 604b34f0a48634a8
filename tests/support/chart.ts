import { REQUIRED_PARTS, REVIEWED_PARTS } from '@/src/domain/records/intakeSections'
import { MENTAL_STATUS } from '@/src/domain/records/mentalStatus'
import { serviceDateOf } from '@/src/domain/scheduling/zonedTime'
import { clock } from '@/src/lib/clock'
import { practiceZone } from '@/src/lib/practiceZone'
import type { TestApp } from './boot'
import { assign, insert, makePatient, makePortalUser, makeStaff, type Person } from './people'
import { freezeAt, rowsOf, tuesday } from './practice'

export type Chart = {
  location: string
  /** Licensed, and supervisor of Leo. */
  kim: Person
  /** Intern, supervised by Kim. */
  leo: Person
  /** Licensed, on another team. */
  theo: Person
  rosa: Person
  imani: Person
  ben: Person
  dana: Person
  /** Kim's and Leo's patient. */
  ana: string
  portal: Person
  /** Theo's patient. */
  bob: string
}

export const addLicense = (app: TestApp, staff: string, more: Record<string, unknown> = {}) =>
  insert(app, 'credentials', {
    staff,
    kind: 'license',
    state: 'OR',
    number: `C-${staff.slice(-6)}`,
    issuedOn: '2020-01-01',
    expiresOn: '2090-12-31',
    verifiedAt: '2020-02-01T00:00:00.000Z',
    ...more,
  })

/** A small practice around one chart, on a Tuesday morning: what is due does not depend on the hour. */
export const makeChart = async (app: TestApp): Promise<Chart> => {
  freezeAt(tuesday)
  const kim = await makeStaff(app, 'Kim Park', ['clinician', 'supervisor'], { credentials: 'LCSW' })
  const leo = await makeStaff(app, 'Leo Marsh', ['intern'])
  const theo = await makeStaff(app, 'Theo Lang', ['clinician'])
  const rosa = await makeStaff(app, 'Rosa', ['owner'])
  const imani = await makeStaff(app, 'Imani', ['director'])
  const ben = await makeStaff(app, 'Ben', ['frontDesk'])
  const dana = await makeStaff(app, 'Dana', ['biller'])
  await addLicense(app, kim.id)
  const ana = await makePatient(app, 'Ana', 'Silva')
  const bob = await makePatient(app, 'Bob', 'Reyes')
  await assign(app, kim.id, ana)
  await assign(app, leo.id, ana, { role: 'cotreating' })
  await assign(app, theo.id, bob)
  await insert(app, 'supervision-agreements', {
    supervisor: kim.id,
    supervisee: leo.id,
    startsOn: '2020-01-01',
    endsOn: null,
  })
  return {
    kim,
    leo,
    theo,
    rosa,
    imani,
    ben,
    dana,
    ana,
    bob,
    portal: await makePortalUser(app, ana, 'ana@example.test'),
    location: await insert(app, 'locations', {
      name: 'Harbour',
      timeZone: practiceZone(),
      isActive: true,
    }),
  }
}

const minuteMs = 60_000

/** A patient with the care team given. */
export const addPatient = async (
  app: TestApp,
  name: string,
  staff: readonly Person[],
): Promise<string> => {
  const id = await makePatient(app, name, 'Test')
  for (const { id: staffId } of staff) await assign(app, staffId, id)
  return id
}

type Visit = {
  patient: string
  clinician: string
  location: string
  /** How long ago it ended. */
  hoursAgo?: number
  more?: Record<string, unknown>
}

let visits = 0

/** A completed session of 50 minutes with its appointment. */
export const addSession = async (app: TestApp, visit: Visit): Promise<string> => {
  visits += 1
  const end = clock.now().getTime() - (visit.hoursAgo ?? 1) * 60 * minuteMs
  const startsAt = new Date(end - 50 * minuteMs).toISOString()
  const endsAt = new Date(end).toISOString()
  const zone = practiceZone()
  const serviceDate = serviceDateOf({ instant: startsAt, zone })
  const isIntake = visit.more?.['isIntake'] === true
  const common = {
    patient: visit.patient,
    clinician: visit.clinician,
    minutes: 50,
    serviceDate,
    zone,
    format: 'inPerson',
    kind: isIntake ? 'intake' : 'individual',
    location: visit.location,
  }
  const appointment = await insert(app, 'appointments', {
    ...common,
    uniqueKey: `test-visit-${visits}`,
    startsAt,
    endsAt,
    status: 'completed',
  })
  return insert(app, 'sessions', {
    ...common,
    uniqueKey: `test-session-${visits}`,
    appointment,
    startedAt: startsAt,
    endedAt: endsAt,
    placeOfService: '11',
    serviceCode: isIntake ? '90791' : '90834',
    attendance: 'present',
    techniqueTags: 'cbt.exposure',
    status: 'completed',
    completedAt: endsAt,
    ...visit.more,
  })
}

export const addDiagnosis = (app: TestApp, patient: string, more: Record<string, unknown> = {}) =>
  insert(app, 'diagnoses', {
    patient,
    code: 'F41.1',
    description: 'Generalized anxiety disorder',
    rank: 1,
    status: 'active',
    diagnosedOn: '2020-01-01',
    isProvisional: false,
    isShared: false,
    ...more,
  })

/** What a clinician fills in before signing an intake assessment. */
export const wholeIntake = (): Record<string, string> => ({
  ...Object.fromEntries(REQUIRED_PARTS.map(({ key, label }) => [key, `${label}: as found.`])),
  ...Object.fromEntries(
    MENTAL_STATUS.filter(({ isRequired }) => isRequired).map(({ codes, key }) => [
      key,
      codes[0]?.value ?? '',
    ]),
  ),
  riskIdeation: 'denied',
  riskAcute: 'low',
  riskChronic: 'low',
  reviews: REVIEWED_PARTS.map(({ key }) => `${key}:none`).join(' '),
  concerns: 'Worry that does not stop',
  clientGoals: 'Sleep through the night',
  strengths: 'Keeps appointments',
  recommendedService: 'Individual psychotherapy',
  recommendedSchedule: '50 minutes for 12 weeks',
})

/** What a note needs besides what the session brings. */
export const wholeNote = {
  reported: 'Slept better this week.',
  intervention: 'Worked through the list of feared places.',
  response: 'Engaged and hopeful.',
  riskStatus: 'denied',
  plan: 'Go on with the next step.',
}

/** As if everybody had just shown their password: long files outlive the signing window. */
export const freshPasswords = async (app: TestApp): Promise<void> => {
  for (const { id } of await rowsOf(app, 'auth-sessions')) {
    const data = { passwordAt: clock.wall().toISOString() }
    await app.payload.db.updateOne({ collection: 'auth-sessions', id, data })
  }
}
