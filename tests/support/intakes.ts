import type { TestApp } from './boot'
import { addDiagnosis, addPatient, addSession, type Chart, wholeIntake } from './chart'
import { type Person, read } from './people'

export type IntakeCase = { patient: string; session: string; appointment: unknown }

export const intakePath = (id: string, action = ''): string =>
  `/api/intake-assessments/${id}${action && `/${action}`}`

/** New patients with a completed intake session, and assessments written for it. */
export const intakesOf = (app: TestApp, chart: () => Chart) => {
  const newCase = async (
    name: string,
    by: Person = chart().kim,
    hoursAgo = 1,
  ): Promise<IntakeCase> => {
    const patient = await addPatient(app, name, [...new Set([by, chart().kim])])
    await addDiagnosis(app, patient)
    const session = await addSession(app, {
      patient,
      clinician: by.id,
      location: chart().location,
      hoursAgo,
      more: { isIntake: true },
    })
    return { patient, session, appointment: (await read(app, 'sessions', session))['appointment'] }
  }
  const written = async (
    of: Partial<IntakeCase>,
    by: Person = chart().kim,
    more: Record<string, unknown> = {},
  ): Promise<string> => {
    const answer = await by.client.post('/api/intake-assessments', {
      patient: of.patient,
      appointment: of.appointment,
      ...wholeIntake(),
      ...more,
    })
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
    return answer.body.doc.id
  }
  return { newCase, written }
}
