import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clock } from '@/src/lib/clock'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Chart, freshPasswords, makeChart } from '@/tests/support/chart'
import type { Client } from '@/tests/support/client'
import { intakePath, intakesOf } from '@/tests/support/intakes'
import { askPhq, calmAnswers, urgentAnswers } from '@/tests/support/measures'
import { notePath, notesOf } from '@/tests/support/notes'
import { makePortalUser } from '@/tests/support/people'
import { done, made, planPath, plansOf } from '@/tests/support/plans'
import { crashAndRecover, race, rowsOf, statuses } from '@/tests/support/practice'

let app: TestApp
let chart: Chart

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
})

beforeEach(() => freshPasswords(app))

afterAll(() => app.stop())

type Call = { client: Client; path: string; body?: Record<string, unknown> }

let count = 0

const fresh = (): string => {
  count += 1
  return `Racer ${count}`
}

const plans = () => plansOf(app, () => chart)

const intakes = () => intakesOf(app, () => chart)

/** A note of a patient of Leo's and Kim's that is signed by the one who wrote it. */
const noteOf = async (by: 'kim' | 'leo'): Promise<string> => {
  const { patient } = await plans().draft(fresh(), chart[by])
  return notesOf(app, () => chart).signed({ by: chart[by], patient })
}

const riskOf = async (): Promise<string> => {
  const { patient, portal } = await plans().draft(fresh())
  const path = `/api/measure-responses/${await askPhq(chart, patient)}/submit`
  await done(portal, path, { answers: urgentAnswers })
  const [event] = await rowsOf(app, 'risk-events', { patient })
  return `/api/risk-events/${event?.id}`
}

const assessment = () => ({
  contactedAt: clock.now().toISOString(),
  ideation: 'denied',
  acuteRisk: 'low',
  chronicRisk: 'low',
  assessment: 'Reached by phone.',
  disposition: 'continueOutpatient',
})

const safetySteps = Object.fromEntries(
  ['warningSigns', 'ownSteps', 'peopleAndPlaces', 'helpers', 'professionals', 'saferPlace'].map(
    (name) => [name, 'A step.'],
  ),
)

const cases: Record<string, () => Promise<Call>> = {
  'progress-notes share': async () => ({
    client: chart.kim.client,
    path: notePath(await noteOf('kim'), 'share'),
  }),
  'progress-notes void': async () => ({
    client: chart.kim.client,
    path: notePath(await noteOf('kim'), 'void'),
    body: { reason: 'Wrong patient.' },
  }),
  'progress-notes return': async () => ({
    client: chart.kim.client,
    path: notePath(await noteOf('leo'), 'return'),
    body: { comment: 'More, please.' },
  }),
  'addenda sign': async () => {
    const { id } = await made(chart.kim, 'addenda', { note: await noteOf('kim'), text: 'More.' })
    return { client: chart.kim.client, path: `/api/addenda/${id}/sign` }
  },
  'intake-assessments submit': async () => {
    const { patient, portal } = await plans().draft(fresh())
    const { id } = await made(portal, 'intake-assessments', {
      patient,
      historyConcerns: 'Worry',
      historyGoals: 'Sleep',
    })
    return { client: portal.client, path: intakePath(id, 'submit') }
  },
  'intake-assessments return': async () => {
    const of = await intakes().newCase(fresh(), chart.leo)
    const id = await intakes().written(of, chart.leo)
    await done(chart.leo, intakePath(id, 'sign'))
    return { client: chart.kim.client, path: intakePath(id, 'return'), body: { comment: 'More.' } }
  },
  'measure-responses save': async () => {
    const { patient, portal } = await plans().draft(fresh())
    const path = `/api/measure-responses/${await askPhq(chart, patient)}/save`
    return { client: portal.client, path, body: { answers: calmAnswers } }
  },
  'diagnoses resolve': async () => {
    const { diagnosis } = await plans().draft(fresh())
    return {
      client: chart.kim.client,
      path: `/api/diagnoses/${diagnosis}/resolve`,
      body: { outcome: 'resolved' },
    }
  },
  'treatment-plans share': async () => {
    const { plan } = await plans().draft(fresh())
    await done(chart.kim, planPath(plan, 'ready'))
    return { client: chart.kim.client, path: planPath(plan, 'share') }
  },
  'treatment-plans decline': async () => {
    const { plan, portal } = await plans().shared(fresh())
    return {
      client: portal.client,
      path: planPath(plan, 'decline'),
      body: { reason: 'Not my goals.' },
    }
  },
  'treatment-plans record-agreement': async () => {
    const { plan } = await plans().shared(fresh())
    return {
      client: chart.kim.client,
      path: planPath(plan, 'record-agreement'),
      body: { agreement: 'verbal', note: 'Said yes.' },
    }
  },
  'treatment-plans return': async () => {
    const { plan } = await plans().draft(fresh(), chart.leo)
    await done(chart.leo, planPath(plan, 'ready'))
    return {
      client: chart.kim.client,
      path: planPath(plan, 'return'),
      body: { comment: 'Sharper.' },
    }
  },
  'risk-events assess': async () => ({
    client: chart.kim.client,
    path: `${await riskOf()}/assess`,
    body: assessment(),
  }),
  'risk-events close': async () => {
    const path = await riskOf()
    await done(chart.kim, `${path}/assess`, assessment())
    return { client: chart.kim.client, path: `${path}/close`, body: { closing: 'All well.' } }
  },
  'safety-plans share': async () => {
    const { patient } = await plans().draft(fresh())
    const { id } = await made(chart.kim, 'safety-plans', { patient, ...safetySteps })
    return { client: chart.kim.client, path: `/api/safety-plans/${id}/share` }
  },
}

/** May be taken again while the record stands: what counts is that none of two at once is lost. */
const repeatable = ['measure-responses save', 'risk-events assess']

describe('of five who press at once', () => {
  it.each(Object.keys(cases))('%s: one wins, the others are told', async (name) => {
    const call = await cases[name]?.()
    if (!call) throw new Error(name)
    const answers = statuses(await race(call.client, call.path, call.body))
    if (repeatable.includes(name)) {
      expect(answers[0]).toBe(200)
      expect(answers.every((status) => status === 200 || status === 409)).toBe(true)
      return
    }
    expect(answers).toEqual([200, 409, 409, 409, 409])
  })

  it('treatment-plans extend: never beyond the limit, each with its reason', async () => {
    const { plan } = await plans().draft(fresh())
    const body = { days: 7, reason: 'The patient was ill.' }
    const answers = statuses(await race(chart.imani.client, planPath(plan, 'extend'), body))
    expect(answers.filter((status) => status === 200)).toHaveLength(1)
    const [row] = await rowsOf(app, 'treatment-plans', { id: plan })
    expect(row?.['dueExtensionDays']).toBe(7)
    expect(await rowsOf(app, 'overrides', { ruleId: 'R23', recordId: plan })).toHaveLength(1)
  })
})

describe('killed in the middle', () => {
  const steps = {
    'treatment-plans share': ['after-commit', 'before-rows', 'before-mail'],
    'treatment-plans record-agreement': ['after-commit', 'before-older', 'before-tasks'],
    'progress-notes share': ['after-commit', 'before-addenda', 'before-mail'],
    'progress-notes return': ['after-commit', 'before-tasks', 'before-author'],
    'risk-events close': ['after-commit', 'before-tasks', 'before-banner'],
    'safety-plans share': ['after-commit', 'before-older', 'before-mail'],
  }
  const all = Object.entries(steps).flatMap(([name, points]) =>
    points.map((point) => [name, point] as const),
  )
  it.each(all)('%s %s ends as if nothing had happened', async (name, point) => {
    const call = await cases[name]?.()
    if (!call) throw new Error(name)
    const [slug, action] = name.split(' ')
    await crashAndRecover(app, {
      point: `${slug}.${action}:${point}`,
      call: () => call.client.post(call.path, call.body),
    })
    const id = call.path.split('/')[3]
    const [row] = await rowsOf(app, String(slug), { id })
    expect(row?.['pendingAction'] ?? null).toBeNull()
    expect(String(row?.['lastAction'])).toMatch(new RegExp(`^${action}:`))
  })

  it('alerts once when a report by hand was interrupted', async () => {
    const { patient } = await plans().draft(fresh())
    await makePortalUser(app, patient, `second.${count}@example.test`)
    const body = { patient, source: 'call', detail: 'Called in despair.' }
    await crashAndRecover(app, {
      point: 'risk-events.report:before-alert',
      call: () => chart.kim.client.post('/api/risk-events/report', body),
    })
    const events = await rowsOf(app, 'risk-events', { patient })
    expect(events).toHaveLength(1)
    const tasks = await rowsOf(app, 'tasks', { recordId: events[0]?.id })
    expect(tasks.length).toBe(1)
  })
})
