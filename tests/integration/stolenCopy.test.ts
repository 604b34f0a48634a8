import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweepActions } from '@/hooks/actions/sweep'
import { sealPlanOf } from '@/hooks/sealConfidential'
import { reviewAccesses } from '@/src/jobs/reviewAccesses'
import { sendMail } from '@/src/jobs/sendMail'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Client, clientOf, testPassword } from '@/tests/support/client'
import { makePatient } from '@/tests/support/people'
import { holds, rawStore } from '@/tests/support/rawStore'
import { canary, makeWorld, plantRow, type World } from '@/tests/support/world'

// A sentence that people type, at doors of the product; every place of it must be ciphertext.
const told = 'the heron-of-glass told me to be quiet about it'

let app: TestApp
let world: World

beforeAll(async () => {
  app = await bootApp()
  world = await makeWorld(app)
})

afterAll(() => app.stop())

const clientFor = (principal: string): Client => {
  const caller = world.callers.find((each) => each.principal === principal)
  if (!caller) throw new Error(`Nobody is ${principal}`)
  return caller.client
}

const paper = (): FormData => {
  const bytes = `%PDF-1.7\n${told}\nxref\ntrailer\n<< /Size 1 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`
  const form = new FormData()
  form.set('file', new File([bytes], `${told}.pdf`, { type: 'application/pdf' }))
  form.set('_payload', JSON.stringify({ patient: world.patients[0], kind: 'other' }))
  return form
}

/** Says the sentence at doors where people tell something, goes past them, and lets the jobs run. */
const tellEverywhere = async (): Promise<void> => {
  const [patient] = world.patients
  const [kim, ana, rosa] = [clientFor('clinician'), clientFor('patient'), clientFor('owner')]
  const made = async (answer: Promise<{ status: number; body: unknown }>): Promise<void> => {
    const { status, body } = await answer
    expect([200, 201], JSON.stringify(body)).toContain(status)
  }
  await made(
    clientOf(app).post('/api/inquiries', {
      chosenName: 'Nora',
      email: 'nora@example.test',
      contactPreference: 'email',
      format: 'video',
      state: 'MA',
      referralSource: 'website',
      message: told,
      notEmergency: true,
    }),
  )
  await made(kim.post('/api/safety-plans', { patient, warningSigns: told, helpers: told }))
  await made(kim.post('/api/psychotherapy-notes', { patient, text: told }))
  await made(kim.post('/api/treatment-plans', { patient, strengths: told, barriers: told }))
  await made(
    kim.post('/api/risk-events/report', {
      patient,
      source: 'session',
      detail: told,
    }),
  )
  await made(ana.raw('/api/documents', { method: 'POST', body: paper() }))
  await made(
    rosa.post('/api/break-glass-grants/start', {
      patient,
      reasonCode: 'danger',
      reasonText: told,
      _password: testPassword,
    }),
  )
  await made(kim.post('/api/progress-notes/find-words', { words: told }))
  // What is refused and what is asked for in vain leaves nothing either.
  await kim.post('/api/progress-notes', { patient: 'nobody', focus: told })
  await clientFor('frontDesk').post('/api/safety-plans', { patient, warningSigns: told })
  await kim.get(`/api/progress-notes?where[focus][like]=${encodeURIComponent(told)}`)
  await kim.post('/api/progress-notes/find-words', { words: '' })
  await reviewAccesses(app.payload)
  await sweepActions(app.payload)
  await sendMail(app.payload)
}

describe('a stolen database with its versions, jobs, sessions, outbox and log', () => {
  it('holds no sentence that anybody told, wrote or handed in', async () => {
    await tellEverywhere()
    const store = await rawStore(app)
    expect(holds(store, 'nora@example.test')).toBe(true)
    expect(holds(store, told)).toBe(false)
    expect(holds(store, 'heron-of-glass')).toBe(false)
  })

  it('holds none of the confidential texts of any collection', async () => {
    const sealed = app.config.collections.filter(({ slug }) => sealPlanOf(slug))
    expect(sealed.length).toBeGreaterThan(20)
    for (const config of sealed) await plantRow(app, world, config, 0)
    // A clear column of the same rows is there: the search finds what can be found.
    const control = await makePatient(app, 'Nora', canary('patients', 'lastName', 0))
    const store = await rawStore(app)
    expect(control).not.toBe('')
    expect(holds(store, canary('patients', 'lastName', 0))).toBe(true)
    for (const { slug } of sealed)
      for (const name of sealPlanOf(slug)?.fields ?? [])
        expect(holds(store, canary(slug, name, 0)), `${slug}.${name}`).toBe(false)
  })

  it('has no long text about a patient in the clear', () => {
    const long = new Set(['textarea', 'richText', 'json', 'code'])
    // Amounts and ids of a posting, from which the ledger is made.
    const known = ['postings.lines']
    const found = app.config.collections
      .filter(({ flattenedFields }) =>
        flattenedFields.some((each) => 'relationTo' in each && each.relationTo === 'patients'),
      )
      .flatMap(({ slug, flattenedFields }) =>
        flattenedFields
          .filter(({ type, name }) => long.has(type) && name !== 'sealed')
          .filter((each) => !('virtual' in each && each.virtual))
          .map(({ name }) => `${slug}.${name}`),
      )
    expect(found.filter((each) => !known.includes(each))).toEqual([])
  })
})
