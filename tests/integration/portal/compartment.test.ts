import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import {
  assign,
  insert,
  makePatient,
  makePortalUser,
  makeStaff,
  type Person,
} from '@/tests/support/people'
import { docsOf, insertSealed, type PortalDoor, portalDoor } from '@/tests/support/portal'

let app: TestApp
let kim: Person
let location: string
let ana: string
let bob: string
let anaDoor: PortalDoor
let bobDoor: PortalDoor
/** One row per collection and patient that the patient may read. */
const shared: Record<string, Record<string, string>> = {}
/** Rows about Ana that she must not see. */
const withheld: Record<string, string[]> = {}

const instant = '2026-04-14T16:00:00.000Z'

const plantFor = async (patient: string, mark: string): Promise<void> => {
  const own: Record<string, string> = {}
  const keep = async (slug: string, id: Promise<string>) => {
    own[slug] = await id
  }
  const about = { patient }
  const key = (name: string) => ({ uniqueKey: `${mark}|${name}` })
  const template = await insert(app, 'consent-templates', {
    kind: 'treatment',
    title: 'Consent',
    body: 'A text.',
    version: 1,
    versionKey: `${mark}|treatment`,
    isActive: true,
    contentHash: 'x',
  })
  await keep(
    'consents',
    insert(app, 'consents', {
      ...about,
      ...key('c'),
      template,
      kind: 'treatment',
      title: `${mark} consent`,
      status: 'pending',
    }),
  )
  await keep(
    'packet-items',
    insert(app, 'packet-items', {
      ...about,
      ...key('p'),
      kind: 'history',
      title: `${mark} item`,
      status: 'open',
      order: 1,
    }),
  )
  await keep(
    'related-persons',
    insert(app, 'related-persons', { ...about, name: `${mark} sister`, relationship: 'Sister' }),
  )
  await keep(
    'appointments',
    insert(app, 'appointments', {
      ...about,
      ...key('a'),
      clinician: kim.id,
      location,
      startsAt: instant,
      endsAt: instant,
      minutes: 50,
      serviceDate: '2026-04-14',
      zone: 'America/Los_Angeles',
      format: 'inPerson',
      kind: 'individual',
      status: 'booked',
      note: `${mark} HIDDEN office note`,
    }),
  )
  await keep(
    'measure-responses',
    insertSealed(app, 'measure-responses', {
      data: {
        ...about,
        ...key('m'),
        measureId: 'PHQ-9',
        measureVersion: '1',
        status: 'assigned',
        assignedAt: instant,
      },
      texts: { answers: '{"phq9_1":1}' },
    }),
  )
  await keep(
    'intake-assessments',
    insertSealed(app, 'intake-assessments', {
      data: { ...about, ...key('i'), status: 'open', startedAt: instant },
      texts: {
        historyConcerns: `${mark} concerns`,
        riskFormulation: `${mark} HIDDEN risk`,
        formulation: `${mark} HIDDEN formulation`,
        mentalStatus: `${mark} HIDDEN mental status`,
        medicalNecessity: `${mark} HIDDEN necessity`,
      },
    }),
  )
  const plan = insertSealed(app, 'treatment-plans', {
    data: {
      ...about,
      ...key('plan'),
      planKey: mark,
      version: 1,
      status: 'shared',
      isShared: true,
      author: kim.id,
    },
    texts: { strengths: `${mark} strengths`, returnComment: `${mark} HIDDEN supervisor` },
  })
  await keep('treatment-plans', plan)
  const row = { ...about, plan: await plan, isShared: true, order: 1 }
  for (const [slug, parentKey] of [
    ['plan-problems', ''],
    ['plan-goals', 'problem'],
    ['plan-objectives', 'goal'],
    ['plan-interventions', 'objective'],
  ] as const) {
    await keep(
      slug,
      insertSealed(app, slug, {
        data: { ...row, ...key(slug), key: slug, parentKey, status: 'new' },
        texts: { text: `${mark} ${slug}` },
      }),
    )
  }
  await keep(
    'plan-comments',
    insertSealed(app, 'plan-comments', {
      data: {
        ...about,
        plan: await plan,
        authorKind: 'patient',
        status: 'open',
        writtenAt: instant,
      },
      texts: { text: `${mark} comment` },
    }),
  )
  await keep(
    'safety-plans',
    insertSealed(app, 'safety-plans', {
      data: { ...about, status: 'shared', isShared: true, author: kim.id },
      texts: { ownSteps: `${mark} steps` },
    }),
  )
  await keep(
    'diagnoses',
    insert(app, 'diagnoses', {
      ...about,
      code: 'F41.1',
      description: 'x',
      rank: 1,
      status: 'active',
      isShared: true,
      diagnosedOn: '2026-04-14',
    }),
  )
  const note = insertSealed(app, 'progress-notes', {
    data: {
      ...about,
      ...key('n'),
      author: kim.id,
      kind: 'session',
      format: 'DAP',
      status: 'signed',
      isFinal: true,
      isShared: true,
      serviceDate: '2026-04-14',
    },
    texts: { reported: `${mark} reported`, returnComment: `${mark} HIDDEN return` },
  })
  await keep('progress-notes', note)
  await keep(
    'addenda',
    insertSealed(app, 'addenda', {
      data: {
        ...about,
        note: await note,
        author: kim.id,
        kind: 'correction',
        status: 'signed',
        isFinal: true,
        isShared: true,
      },
      texts: { text: `${mark} addendum` },
    }),
  )
  const payer = await insert(app, 'payers', { name: `Payer ${mark}`, isActive: true })
  await keep(
    'insurance-policies',
    insert(app, 'insurance-policies', {
      ...about,
      payer,
      memberId: `${mark}1`,
      priority: 'primary',
      relationship: 'self',
      status: 'active',
    }),
  )
  await keep(
    'statements',
    insertSealed(app, 'statements', {
      data: {
        ...about,
        ...key('s'),
        statementNumber: mark,
        status: 'issued',
        statementDate: '2026-04-14',
        dueDate: '2026-05-14',
        totalCents: 2000,
        paidCents: 0,
      },
      texts: { model: '{}' },
    }),
  )
  await keep(
    'payments',
    insert(app, 'payments', {
      ...about,
      ...key('pay'),
      status: 'received',
      amountCents: 100,
      method: 'cash',
      receivedOn: '2026-04-14',
      providerToken: `${mark} HIDDEN token`,
    }),
  )
  own['patients'] = patient
  shared[patient] = own
}

const withhold = async (): Promise<void> => {
  const about = { patient: ana, author: kim.id }
  const note = (more: Record<string, unknown>) =>
    insertSealed(app, 'progress-notes', {
      data: {
        ...about,
        uniqueKey: `w|${JSON.stringify(more)}`,
        kind: 'session',
        format: 'DAP',
        serviceDate: '2026-04-14',
        ...more,
      },
      texts: { reported: 'HIDDEN note' },
    })
  withheld['progress-notes'] = [
    await note({ status: 'draft', isFinal: false, isShared: false }),
    await note({ status: 'draft', isFinal: false, isShared: true }),
    await note({ status: 'pendingCosign', isFinal: false, isShared: true }),
    await note({ status: 'signed', isFinal: true, isShared: false }),
  ]
  const addendum = (more: Record<string, unknown>) =>
    insertSealed(app, 'addenda', {
      data: { ...about, note: withheld['progress-notes']?.[3], kind: 'correction', ...more },
      texts: { text: 'HIDDEN addendum' },
    })
  withheld['addenda'] = [
    await addendum({ status: 'draft', isFinal: false, isShared: true }),
    await addendum({ status: 'signed', isFinal: true, isShared: false }),
  ]
  withheld['treatment-plans'] = [
    await insertSealed(app, 'treatment-plans', {
      data: {
        ...about,
        uniqueKey: 'w|plan',
        planKey: 'w',
        version: 2,
        status: 'draft',
        isShared: false,
      },
      texts: { strengths: 'HIDDEN draft plan' },
    }),
  ]
  for (const slug of ['plan-problems', 'plan-goals', 'plan-objectives', 'plan-interventions']) {
    withheld[slug] = [
      await insertSealed(app, slug, {
        data: {
          patient: ana,
          plan: withheld['treatment-plans']?.[0],
          uniqueKey: `w|${slug}`,
          key: 'w',
          order: 1,
          parentKey: 'w',
          status: 'new',
          isShared: false,
        },
        texts: { text: 'HIDDEN plan row' },
      }),
    ]
  }
  withheld['safety-plans'] = [
    await insertSealed(app, 'safety-plans', {
      data: { ...about, status: 'draft', isShared: false },
      texts: { ownSteps: 'HIDDEN safety plan' },
    }),
  ]
  withheld['diagnoses'] = [
    await insert(app, 'diagnoses', {
      patient: ana,
      code: 'F60.3',
      description: 'HIDDEN diagnosis',
      rank: 2,
      status: 'provisional',
      isShared: false,
      diagnosedOn: '2026-04-14',
    }),
  ]
}

beforeAll(async () => {
  app = await bootApp()
  kim = await makeStaff(app, 'Kim', ['clinician'])
  location = await insert(app, 'locations', {
    name: 'Harbour',
    timeZone: 'America/Los_Angeles',
    isActive: true,
  })
  ana = await makePatient(app, 'Ana', 'Silva', { safetyBanner: true, riskLevel: 'high' })
  bob = await makePatient(app, 'Bob', 'Reyes')
  await assign(app, kim.id, ana)
  await plantFor(ana, 'ANA')
  await plantFor(bob, 'BOB')
  await withhold()
  await insertSealed(app, 'psychotherapy-notes', {
    data: { patient: ana, author: kim.id, status: 'draft' },
    texts: { text: 'HIDDEN process note' },
  })
  await insertSealed(app, 'risk-events', {
    data: {
      patient: ana,
      uniqueKey: 'w|risk',
      source: 'measure',
      status: 'open',
      detectedAt: instant,
    },
    texts: { assessment: 'HIDDEN assessment' },
  })
  anaDoor = portalDoor(app, (await makePortalUser(app, ana, 'ana@example.test')).client.cookie)
  bobDoor = portalDoor(app, (await makePortalUser(app, bob, 'bob@example.test')).client.cookie)
})

afterAll(() => app.stop())

const slugs = (): string[] => Object.keys(shared[ana] ?? {})

describe('a patient in the portal', () => {
  it('reads the own rows of every collection, and only those', async () => {
    for (const slug of slugs()) {
      const answer = await anaDoor('GET', `/${slug}?limit=100&depth=2`)
      expect(answer.status, slug).toBe(200)
      expect(
        docsOf(answer).map((doc) => doc['id']),
        slug,
      ).toEqual([shared[ana]?.[slug]])
      expect(answer.text, slug).not.toContain('BOB')
    }
  })

  it('counts, opens, changes and deletes nothing of another patient', async () => {
    for (const slug of slugs()) {
      const id = shared[bob]?.[slug]
      const count = await anaDoor('GET', `/${slug}/count`)
      expect((count.body as { totalDocs: number }).totalDocs, slug).toBe(1)
      const filtered = await anaDoor('GET', `/${slug}?where[id][equals]=${id}`)
      expect(docsOf(filtered), slug).toEqual([])
      expect((await anaDoor('GET', `/${slug}/${id}`)).status, slug).toBe(404)
      expect([403, 404], slug).toContain(
        (await anaDoor('PATCH', `/${slug}/${id}`, { name: 'X', city: 'X' })).status,
      )
      expect([403, 404], slug).toContain((await anaDoor('DELETE', `/${slug}/${id}`)).status)
    }
    expect(docsOf(await bobDoor('GET', '/patients'))[0]).toMatchObject({
      id: bob,
      lastName: 'Reyes',
    })
  })

  it('acts on nothing of another patient', async () => {
    const calls = [
      ['consents', 'sign', { signerName: 'Ana Silva', agree: true }],
      ['consents', 'withdraw', {}],
      ['appointments', 'cancel', {}],
      ['measure-responses', 'save', { answers: '{}' }],
      ['measure-responses', 'submit', { answers: '{}' }],
      ['intake-assessments', 'submit', {}],
      ['packet-items', 'complete', {}],
      ['treatment-plans', 'sign', { signerName: 'Ana Silva', agree: true }],
      ['treatment-plans', 'decline', { reason: 'No' }],
    ] as const
    for (const [slug, name, body] of calls) {
      const answer = await anaDoor('POST', `/${slug}/${shared[bob]?.[slug]}/${name}`, body)
      expect(answer.status, `${slug} ${name}`).toBe(404)
      expect(answer.text).not.toContain('BOB')
    }
    const pay = await anaDoor('POST', '/payments/pay', {
      statement: shared[bob]?.['statements'],
      amountCents: 100,
    })
    expect(pay.status).toBe(404)
    expect((await anaDoor('GET', `/statements/${shared[bob]?.['statements']}/pdf`)).status).toBe(
      404,
    )
    expect((await anaDoor('GET', `/statements/balance?patient=${bob}`)).status).toBe(404)
  })

  it('writes nothing into another patient’s compartment', async () => {
    const wishes = [
      ['related-persons', { patient: bob, name: 'X', relationship: 'X' }],
      ['insurance-policies', { patient: bob, payer: 'x', memberId: 'X1' }],
      ['intake-assessments', { patient: bob, historyConcerns: 'X' }],
      ['plan-comments', { plan: shared[bob]?.['treatment-plans'], text: 'X' }],
    ] as const
    for (const [slug, body] of wishes) {
      const answer = await anaDoor('POST', `/${slug}`, body)
      expect(answer.status, slug).toBeGreaterThanOrEqual(400)
      expect(answer.status, slug).toBeLessThan(500)
      expect(docsOf(await bobDoor('GET', `/${slug}`)), slug).toHaveLength(1)
    }
    const moved = await anaDoor('PATCH', `/related-persons/${shared[ana]?.['related-persons']}`, {
      patient: bob,
    })
    expect(moved.status).toBeGreaterThanOrEqual(400)
    expect(docsOf(await bobDoor('GET', '/related-persons'))).toHaveLength(1)
  })

  it('never gets drafts, unsigned or unshared records, by list, id, filter or count', async () => {
    for (const [slug, ids] of Object.entries(withheld)) {
      const list = await anaDoor('GET', `/${slug}?limit=100&depth=2`)
      expect(list.text, slug).not.toContain('HIDDEN')
      for (const id of ids) {
        expect((await anaDoor('GET', `/${slug}/${id}`)).status, slug).toBe(404)
        expect(docsOf(await anaDoor('GET', `/${slug}?where[id][equals]=${id}`)), slug).toEqual([])
        expect([403, 404], slug).toContain(
          (await anaDoor('PATCH', `/${slug}/${id}`, { isShared: true })).status,
        )
      }
    }
  })

  it('has no door to psychotherapy notes, risk events, staff, tasks, the ledger or the log', async () => {
    for (const slug of [
      'psychotherapy-notes',
      'risk-events',
      'staff',
      'tasks',
      'charges',
      'claims',
      'postings',
      'ledger-entries',
      'audit-events',
      'sessions',
      'outbox',
      'auth-sessions',
      'inquiries',
    ]) {
      const answer = await anaDoor('GET', `/${slug}`)
      expect([403, 404], slug).toContain(answer.status)
      expect(answer.text, slug).not.toContain('HIDDEN')
    }
  })

  it('never gets the team’s working fields on rows that are the own', async () => {
    for (const slug of slugs()) {
      const list = await anaDoor('GET', `/${slug}?limit=100`)
      const one = await anaDoor('GET', `/${slug}/${shared[ana]?.[slug]}`)
      expect(list.text + one.text, slug).not.toContain('HIDDEN')
    }
    const [patient] = docsOf(await anaDoor('GET', '/patients'))
    expect(patient).not.toHaveProperty('safetyBanner')
    expect(patient).not.toHaveProperty('riskLevel')
    const [assessment] = docsOf(await anaDoor('GET', '/intake-assessments'))
    expect(assessment?.['historyConcerns']).toBe('ANA concerns')
    for (const name of [
      'riskFormulation',
      'formulation',
      'mentalStatus',
      'medicalNecessity',
      'sealed',
    ]) {
      expect(assessment).not.toHaveProperty(name)
    }
  })
})
