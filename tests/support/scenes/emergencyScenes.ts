import { insert, makePatient, makeStaff, type Person } from '@/tests/support/people'
import type { Scenes } from './scene'
import { next, openTask, type Stage } from './stage'

const reason = 'The clinician is in hospital and her patient called in distress.'

const director = (stage: Stage, name: string): Promise<Person> =>
  makeStaff(stage.app, `${name} ${next()}`, ['director'])

const grant = async (
  stage: Stage,
  { staff, status }: { staff: Person; status: string },
): Promise<string> => {
  const now = Date.now()
  return insert(stage.app, 'break-glass-grants', {
    uniqueKey: status === 'active' ? `open|${staff.id}` : `ended|${next()}`,
    staff: staff.id,
    patient: await makePatient(stage.app, 'Cleo', `Test ${next()}`),
    status,
    reasonCode: 'danger',
    startedAt: new Date(now - 60_000).toISOString(),
    expiresAt: new Date(now + 3_540_000).toISOString(),
    dueAt: '2026-04-21T00:00:00.000Z',
  })
}

export const emergencyScenes: Scenes<Stage> = {
  'break-glass-grants.start': {
    begin: async (stage, name) => {
      const person = await director(stage, name)
      const patient = await makePatient(stage.app, 'Cleo', `Test ${next()}`, {
        primaryClinician: stage.kim.id,
      })
      return {
        client: person.client,
        path: '/api/break-glass-grants/start',
        body: { patient, reasonCode: 'danger', reasonText: reason },
      }
    },
  },
  'break-glass-grants.end': {
    begin: async (stage, name) => {
      const staff = await director(stage, name)
      const id = await grant(stage, { staff, status: 'active' })
      return { client: staff.client, path: `/api/break-glass-grants/${id}/end` }
    },
  },
  'break-glass-grants.review': {
    begin: async (stage, name) => {
      const staff = await director(stage, name)
      const compliance = await makeStaff(stage.app, `Sam ${next()}`, ['compliance'])
      const id = await grant(stage, { staff, status: 'ended' })
      await openTask(stage, 'emergency-review', { slug: 'break-glass-grants', id })
      return {
        client: compliance.client,
        path: `/api/break-glass-grants/${id}/review`,
        body: { outcome: 'inappropriate', finding: `${reason} It was not so: asked them both.` },
      }
    },
  },
}
