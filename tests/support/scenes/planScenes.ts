import { addSession } from '@/tests/support/chart'
import { makePortalUser } from '@/tests/support/people'
import { done, made, type PlanCase, planPath, planSignature, plansOf } from '@/tests/support/plans'
import type { Scenes } from './scene'
import { next, openTask, put, type Stage, somebody } from './stage'

const plans = (stage: Stage) => plansOf(stage.app, () => stage)

/** With the reminder that an active plan ends, and an older version in force. */
const sharedOverOlder = async (stage: Stage, name: string): Promise<PlanCase> => {
  const of = await plans(stage).active(name)
  const answer = await done(stage.kim, planPath(of.plan, 'revise'))
  const plan = String(answer.body.result.planId)
  await done(stage.kim, planPath(plan, 'ready'))
  await done(stage.kim, planPath(plan, 'share'))
  await openTask(stage, 'plan-due', { slug: 'patients', id: of.patient })
  return { ...of, plan }
}

const riskOf = async (stage: Stage, name: string): Promise<string> => {
  const patient = await somebody(stage, name)
  const { id } = (
    await done(stage.kim, '/api/risk-events/report', {
      patient,
      source: 'call',
      detail: 'Called in despair.',
    })
  ).body
  return `/api/risk-events/${id}`
}

const assessment = {
  contactedAt: '2026-04-14T16:30:00.000Z',
  ideation: 'denied',
  acuteRisk: 'low',
  chronicRisk: 'low',
  assessment: 'Reached by phone.',
  disposition: 'continueOutpatient',
}

const safetySteps = Object.fromEntries(
  ['warningSigns', 'ownSteps', 'peopleAndPlaces', 'helpers', 'professionals', 'saferPlace'].map(
    (name) => [name, 'A step.'],
  ),
)

export const planScenes: Scenes<Stage> = {
  'treatment-plans.ready': {
    begin: async (stage, name) => {
      const { plan } = await plans(stage).draft(name)
      await openTask(stage, 'returned', { slug: 'treatment-plans', id: plan })
      return { client: stage.kim.client, path: planPath(plan, 'ready') }
    },
  },
  'treatment-plans.ready trainee': {
    begin: async (stage, name) => {
      const { plan } = await plans(stage).draft(name, stage.leo)
      return { client: stage.leo.client, path: planPath(plan, 'ready') }
    },
  },
  'treatment-plans.approve': {
    begin: async (stage, name) => {
      const { plan } = await plans(stage).draft(name, stage.leo)
      await done(stage.leo, planPath(plan, 'ready'))
      return { client: stage.kim.client, path: planPath(plan, 'approve') }
    },
  },
  'treatment-plans.return': {
    begin: async (stage, name) => {
      const { plan } = await plans(stage).draft(name, stage.leo)
      await done(stage.leo, planPath(plan, 'ready'))
      const body = { comment: 'Sharper.' }
      return { client: stage.kim.client, path: planPath(plan, 'return'), body }
    },
  },
  'treatment-plans.share': {
    begin: async (stage, name) => {
      const { plan } = await plans(stage).draft(name)
      await done(stage.kim, planPath(plan, 'ready'))
      return { client: stage.kim.client, path: planPath(plan, 'share') }
    },
  },
  'treatment-plans.sign': {
    begin: async (stage, name) => {
      const { plan, portal } = await sharedOverOlder(stage, name)
      return { client: portal.client, path: planPath(plan, 'sign'), body: planSignature }
    },
  },
  'treatment-plans.decline': {
    begin: async (stage, name) => {
      const { plan, portal } = await plans(stage).shared(name)
      const body = { reason: 'Not my goals.' }
      return { client: portal.client, path: planPath(plan, 'decline'), body }
    },
  },
  'treatment-plans.record-agreement': {
    begin: async (stage, name) => {
      const { plan } = await sharedOverOlder(stage, name)
      const body = { agreement: 'verbal', note: 'Said yes.' }
      return { client: stage.kim.client, path: planPath(plan, 'record-agreement'), body }
    },
  },
  'treatment-plans.revise': {
    begin: async (stage, name) => {
      const { plan } = await plans(stage).active(name)
      return { client: stage.kim.client, path: planPath(plan, 'revise') }
    },
  },
  'treatment-plans.revise unsigned': {
    begin: async (stage, name) => {
      const { plan } = await plans(stage).shared(name)
      return { client: stage.kim.client, path: planPath(plan, 'revise') }
    },
  },
  'treatment-plans.extend': {
    isRepeatable: true,
    begin: async (stage, name) => {
      const { plan, patient } = await plans(stage).draft(name)
      const { location } = stage
      const more = { isIntake: true }
      await addSession(stage.app, { patient, clinician: stage.kim.id, location, more })
      const body = { days: 7, reason: 'The patient was ill.' }
      return { client: stage.imani.client, path: planPath(plan, 'extend'), body }
    },
  },
  'plan-comments.answer': {
    begin: async (stage, name) => {
      const { plan, portal } = await plans(stage).shared(name)
      const { id } = await made(portal, 'plan-comments', { plan, text: 'Why this goal?' })
      const body = { answer: 'Because you named it.' }
      return { client: stage.kim.client, path: `/api/plan-comments/${id}/answer`, body }
    },
  },
  'risk-events.report': {
    isEachItsOwn: true,
    begin: async (stage, name) => {
      const patient = await somebody(stage, name)
      await put(stage, 'patients', { id: patient, data: { safetyBanner: true } })
      return {
        client: stage.kim.client,
        path: '/api/risk-events/report',
        body: { patient, source: 'call', detail: 'Called in despair.' },
      }
    },
  },
  'risk-events.assess': {
    isRepeatable: true,
    begin: async (stage, name) => ({
      client: stage.kim.client,
      path: `${await riskOf(stage, name)}/assess`,
      body: assessment,
    }),
  },
  'risk-events.close': {
    begin: async (stage, name) => {
      const path = await riskOf(stage, name)
      await done(stage.kim, `${path}/assess`, assessment)
      return { client: stage.kim.client, path: `${path}/close`, body: { closing: 'All well.' } }
    },
  },
  'safety-plans.share': {
    begin: async (stage, name) => {
      const patient = await somebody(stage, name)
      await makePortalUser(stage.app, patient, `safe${next()}@example.test`)
      const older = await made(stage.kim, 'safety-plans', { patient, ...safetySteps })
      await done(stage.kim, `/api/safety-plans/${older.id}/share`)
      const { id } = await made(stage.kim, 'safety-plans', { patient, ...safetySteps })
      return { client: stage.kim.client, path: `/api/safety-plans/${id}/share` }
    },
  },
}
