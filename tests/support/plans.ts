import type { TestApp } from './boot'
import { addDiagnosis, addPatient, type Chart } from './chart'
import { makePortalUser, type Person } from './people'

export type PlanCase = {
  patient: string
  plan: string
  portal: Person
  objective: string
  diagnosis: string
}

export const planHeader = {
  strengths: 'Keeps appointments',
  natureOfService: 'Individual psychotherapy',
  frequency: 'Weekly',
  schedule: '50 minutes for 12 weeks',
  dischargeCriteria: 'PHQ-9 under 5 twice',
}

export const planSignature = { signerName: 'Ana Test', agree: true }

export const planPath = (id: string, action = ''): string =>
  `/api/treatment-plans/${id}${action && `/${action}`}`

/** Makes a record over REST, or fails with what was answered. */
export const made = async (by: Person, slug: string, body: Record<string, unknown>) => {
  const answer = await by.client.post(`/api/${slug}`, body)
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body.doc as { id: string; key: string } // what was made
}

/** Takes an action, or fails with what was answered. */
export const done = async (by: Person, path: string, body: Record<string, unknown> = {}) => {
  const answer = await by.client.post(path, body)
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
  return answer
}

export type Plans = {
  /** A whole plan in draft. */
  draft: (name: string, by?: Person) => Promise<PlanCase>
  shared: (name: string) => Promise<PlanCase>
  active: (name: string) => Promise<PlanCase>
}

/** Plans of new patients, one per call, as far along as asked. */
export const plansOf = (app: TestApp, chart: () => Chart): Plans => {
  const draft = async (name: string, by: Person = chart().kim): Promise<PlanCase> => {
    const patient = await addPatient(app, name, [...new Set([by, chart().kim])])
    const diagnosis = await addDiagnosis(app, patient)
    const email = `${name.toLowerCase().replaceAll(/\W+/g, '.')}@example.test`
    const portal = await makePortalUser(app, patient, email)
    const { id: plan } = await made(by, 'treatment-plans', { patient, ...planHeader })
    const problem = await made(by, 'plan-problems', { plan, text: 'Low mood', diagnosis })
    const goal = await made(by, 'plan-goals', {
      plan,
      parentKey: problem.key,
      text: 'Enjoy things',
    })
    const objective = await made(by, 'plan-objectives', {
      plan,
      parentKey: goal.key,
      text: 'PHQ-9 from 16 to 9',
      measureId: 'PHQ-9',
      baselineValue: 16,
      targetValue: 9,
      targetDate: '2090-01-01',
    })
    await made(by, 'plan-interventions', {
      plan,
      parentKey: objective.key,
      text: 'Activity schedule',
      techniqueTags: 'cbt.behavioral-activation',
    })
    return { patient, plan, portal, objective: objective.id, diagnosis }
  }
  const shared = async (name: string): Promise<PlanCase> => {
    const of = await draft(name)
    await done(chart().kim, planPath(of.plan, 'ready'))
    await done(chart().kim, planPath(of.plan, 'share'))
    return of
  }
  const active = async (name: string): Promise<PlanCase> => {
    const of = await shared(name)
    await done(of.portal, planPath(of.plan, 'sign'), planSignature)
    return of
  }
  return { draft, shared, active }
}
