import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRequests } from '@/src/components/admin/requests/readRequests'
import { readReleases } from '@/src/components/admin/sharing/releases'
import { readFiles, readReleases as readOwnReleases } from '@/src/lib/portal/readSharing'
import { bootApp, type TestApp } from '@/tests/support/boot'
import {
  addDiagnosis,
  type Chart,
  freshPasswords,
  makeChart,
  wholeNote,
} from '@/tests/support/chart'
import { notePath, notesOf } from '@/tests/support/notes'
import { textsOfPdf } from '@/tests/support/pdf'
import {
  assign,
  insert,
  makePatient,
  makePortalUser,
  makeProxy,
  makeStaff,
  type Person,
  read,
} from '@/tests/support/people'
import { done } from '@/tests/support/plans'
import { docsOf, portalDoor } from '@/tests/support/portal'
import { rowsOf } from '@/tests/support/practice'
import { requestAs } from '@/tests/support/requestAs'
import { addDisclosure, addRelease, addRequest } from '@/tests/support/sharing'

let app: TestApp
let chart: Chart
let sam: Person

const sentence = ({ body }: { body: { errors?: { message: string }[] } }): string =>
  (body.errors ?? []).map(({ message }) => message).join(' ')

const on = (person: Person, id: string, verb: string, body: Record<string, unknown> = {}) =>
  person.client.post(`/api/record-requests/${id}/${verb}`, body)

const give = { classes: 'plans notes', format: 'zip', method: 'portal', basis: 'individual' }

const exportOf = async (request: string) => {
  const [disclosure] = await rowsOf(app, 'disclosures', { request })
  const [file] = await rowsOf(app, 'chart-exports', { disclosure: disclosure?.['id'] })
  return { disclosure: String(disclosure?.['id']), file: String(file?.['id']) }
}

/** All that a paper of compliance says, and what the file says about itself. */
const paperOf = async (path: string): Promise<string> => {
  const { bytes } = await sam.client.get(path)
  return `${textsOfPdf(bytes)} ${Buffer.from(bytes).toString('latin1')}`
}

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
  sam = await makeStaff(app, 'Sam', ['compliance'])
  await addDiagnosis(app, chart.ana)
})

afterAll(() => app.stop())

describe('R62 a request for records', () => {
  it('is made by the patient, who is asked what, and starts a clock of thirty days', async () => {
    const ask = (more: Record<string, unknown>) =>
      chart.portal.client.post('/api/record-requests/ask', {
        classes: 'plans notes',
        format: 'pdf',
        ...more,
      })
    expect(sentence(await ask({ classes: '' }))).toContain('at least one part')
    expect(sentence(await ask({ classes: 'psychotherapyNotes' }))).toContain('R57')
    const backwards = await ask({ recordsFrom: '2026-04-02', recordsTo: '2026-04-01' })
    expect([backwards.status, sentence(backwards)]).toEqual([
      400,
      expect.stringContaining('before the first'),
    ])
    const asked = await ask({})
    expect(asked.status, JSON.stringify(asked.body)).toBe(201)
    const row = await read(app, 'record-requests', asked.body.id)
    expect(row).toMatchObject({
      patient: chart.ana,
      receivedOn: '2026-04-14',
      dueOn: '2026-05-14',
      verifiedHow: 'portal',
      status: 'open',
    })
    for (const person of [chart.kim, chart.rosa])
      expect((await on(person, asked.body.id, 'fulfil', give)).status).toBe(403)
    expect((await on(chart.theo, asked.body.id, 'fulfil', give)).status).toBe(404)
  })

  it('is given to the patient, who takes it once; what was hidden from the portal stays out (R68)', async () => {
    const shown = await notesOf(app, () => chart).draft({ by: chart.kim, patient: chart.ana })
    await done(chart.kim, notePath(shown, 'sign'))
    const hidden = await notesOf(app, () => chart).draft({ by: chart.kim, patient: chart.ana })
    await done(chart.kim, notePath(hidden, 'sign'))
    await app.payload.db.updateOne({
      collection: 'progress-notes',
      where: { id: { equals: hidden } },
      data: { hiddenFrom: 'everybody' },
    })
    const [open] = await rowsOf(app, 'record-requests', { status: 'open' })
    const id = String(open?.['id'])
    const given = await on(sam, id, 'fulfil', give)
    expect(given.status, JSON.stringify(given.body)).toBe(200)
    const [closed] = await rowsOf(app, 'record-requests', { id })
    const told = `something-to-read|records-request-given|${id}|${String(closed?.['closedAt'])}`
    expect((await rowsOf(app, 'outbox', { uniqueKey: told })).length).toBe(1)
    const { disclosure, file } = await exportOf(id)
    const built = await chart.portal.client.post(`/api/chart-exports/${file}/build`)
    expect(built.body.status, JSON.stringify(built.body)).toBe('ready')
    const taken = await chart.portal.client.post(`/api/chart-exports/${file}/file`)
    expect([taken.status, taken.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect((await chart.portal.client.post(`/api/chart-exports/${file}/file`)).status).toBe(409)
    expect(await read(app, 'disclosures', disclosure)).toMatchObject({
      status: 'sent',
      isCountable: false,
      verifiedBy: 'portal',
    })
    expect(Boolean((await read(app, 'record-requests', id))['deliveredAt'])).toBe(true)
    const { readContent } = await import(
      '@/collections/records/sharing/exports/content/readContent'
    )
    const { asSystem } = await import('@/access/asSystem')
    const asked = { patient: chart.ana, classes: 'notes', from: null, to: null, withPart2: true }
    const notesIn = async (isForPortal: boolean) => {
      const system = await asSystem(app.payload, 'a test')
      const contents = await readContent(system, { ...asked, isForPortal }, async () => {})
      return contents.find(({ spec }) => spec.slug === 'progress-notes')?.rows.map((row) => row.id)
    }
    expect(await notesIn(true)).toEqual([shown])
    expect((await notesIn(false))?.sort()).toEqual([shown, hidden].sort())
  })

  it('needs to be verified before anything is given', async () => {
    const id = await addRequest(app, chart.ana, { verifiedHow: null, channel: 'letter' })
    const early = await on(sam, id, 'fulfil', give)
    expect([early.status, early.body.errors[0].rule]).toEqual([422, 'R62'])
    expect(sentence(early)).toContain('Verify')
    expect((await on(sam, id, 'verify', {})).status).toBe(400)
    expect((await on(sam, id, 'verify', { verifiedHow: 'photoId' })).status).toBe(200)
    const nothing = await on(sam, id, 'fulfil', { ...give, classes: '' })
    expect(sentence(nothing)).toContain('at least one part')
    expect((await on(sam, id, 'fulfil', give)).status).toBe(200)
  })

  it('is extended once, before its day, with a letter', async () => {
    const id = await addRequest(app, chart.ana)
    const why = { extensionReason: 'The old papers are in the archive.', exception: 'infeasible' }
    expect((await sam.client.get(`/api/record-requests/${id}/letter`)).status).toBe(409)
    expect((await on(sam, id, 'extend', { exception: 'infeasible' })).status).toBe(400)
    expect((await on(sam, id, 'extend', why)).status).toBe(200)
    expect(await read(app, 'record-requests', id)).toMatchObject({ dueOn: '2026-06-09' })
    expect(sentence(await on(sam, id, 'extend', why))).toContain('extended once already')
    const letter = await sam.client.get(`/api/record-requests/${id}/letter`)
    expect([letter.status, letter.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect((await chart.kim.client.get(`/api/record-requests/${id}/letter`)).status).toBe(404)
    const late = await addRequest(app, chart.ana, { dueOn: '2026-04-13' })
    expect(sentence(await on(sam, late, 'extend', why))).toContain('was due on Apr 13, 2026')
  })

  it('R109 is answered on plain paper, at the address asked for, where the patient wishes it', async () => {
    const patient = await makePatient(app, 'Plain', 'Envelope')
    const wish = (more: Record<string, unknown>) =>
      chart.ben.client.patch(`/api/patients/${patient}`, more)
    const letterTo = async (more: Record<string, unknown>): Promise<string> => {
      const id = await addRequest(app, patient, more)
      const why = { extensionReason: 'The archive is far.', exception: 'infeasible' }
      expect((await on(sam, id, 'extend', why)).status).toBe(200)
      return paperOf(`/api/record-requests/${id}/letter`)
    }
    const accounting = () => paperOf(`/api/patients/${patient}/accounting/pdf`)
    const lawyer = {
      requesterKind: 'lawyer',
      requesterName: 'Pike',
      requesterAddress: '1 Court St',
    }
    const name = 'Harbour Therapy'
    await done(chart.rosa, '/api/globals/practice', { name, addressLine1: '1 Harbour Way' })
    expect(await letterTo({})).toContain(name)
    expect(await accounting()).toContain(name)
    await wish({ isNeutralOutside: true, privateAddress: 'PO Box 9\nSalem, OR 97301' })
    const own = await letterTo({})
    expect(own).toContain('PO Box 9')
    for (const paper of [own, await accounting()]) {
      expect(paper).toContain('1 Harbour Way')
      expect(paper).not.toContain(name)
    }
    // Who writes for themselves has to know who answers.
    const theirs = await letterTo(lawyer)
    expect(theirs).toContain(name)
    expect(theirs).not.toContain('PO Box 9')
  })

  it('is denied on a ground of the law; another person looks again where the law says so', async () => {
    const deny = (id: string, denialGround: string) =>
      on(sam, id, 'deny', { denialGround, denialReason: 'In plain words.', exception: 'harm' })
    const fixed = await addRequest(app, chart.ana)
    expect((await deny(fixed, 'because')).status).toBe(400)
    expect((await deny(fixed, 'psychotherapyNotes')).status).toBe(200)
    expect((await on(chart.portal, fixed, 'ask-review')).status).toBe(422)
    const id = await addRequest(app, chart.ana)
    expect((await deny(id, 'harmsOther')).status).toBe(200)
    const decision = { reviewOutcome: 'overturned', reviewReason: 'Nobody can be harmed by it.' }
    expect((await on(chart.imani, id, 'review', decision)).status).toBe(409)
    expect((await on(chart.portal, id, 'ask-review')).status).toBe(200)
    const [task] = await rowsOf(app, 'tasks', { kind: 'denial-review', recordId: id })
    expect(task).toMatchObject({ assignedRole: 'director', status: 'open' })
    expect((await on(sam, id, 'review', decision)).status).toBe(403)
    expect((await on(chart.imani, id, 'review', decision)).status).toBe(200)
    expect(await read(app, 'record-requests', id)).toMatchObject({ status: 'open' })
  })

  it('of a lawyer without authorization is refused with a letter, and the chart is put on hold (R67)', async () => {
    const entered = await sam.client.post('/api/record-requests/enter', {
      patient: chart.bob,
      kind: 'access',
      requesterKind: 'lawyer',
      requesterName: 'Pike and Partners',
      requesterAddress: '1 Court Street',
      channel: 'letter',
      receivedOn: '2026-04-13',
    })
    expect(entered.status, JSON.stringify(entered.body)).toBe(201)
    const { id } = entered.body
    await on(sam, id, 'verify', { verifiedHow: 'calledBack' })
    const own = await on(sam, id, 'fulfil', { ...give, method: 'mail' })
    expect(own.status).toBe(422)
    expect(sentence(own)).toContain('cannot use the right of the patient')
    const without = await on(sam, id, 'fulfil', { ...give, method: 'mail', basis: 'release' })
    expect(sentence(without)).toContain('No release on file for Pike and Partners')
    const refused = await on(sam, id, 'refuse', { matter: 'Custody; no authorization came along.' })
    expect(refused.status, JSON.stringify(refused.body)).toBe(200)
    expect(await rowsOf(app, 'legal-holds', { patient: chart.bob })).toHaveLength(1)
    expect((await sam.client.get(`/api/record-requests/${id}/letter`)).status).toBe(200)
    expect(await rowsOf(app, 'disclosures', { request: id })).toEqual([])
    const patients = await addRequest(app, chart.bob)
    expect((await on(sam, patients, 'refuse', { matter: 'No.' })).status).toBe(422)
  })
})

describe('PR-1 R62 a request of somebody who acts for the patient', () => {
  const wanted = { classes: 'identity notes', format: 'pdf' }

  const askFor = ({ client }: Person, more: Record<string, unknown> = {}) =>
    client.post('/api/record-requests/ask', { ...wanted, ...more })

  const parent = (email: string, more: Record<string, unknown> = {}) =>
    makeProxy(app, { patient: chart.ana, email, name: 'Mira Silva', ...more })

  const listOf = async ({ client }: Person): Promise<unknown[]> =>
    docsOf(await portalDoor(app, client.cookie)('GET', '/record-requests')).map(({ id }) => id)

  /** A note that was signed and shared, with a text of its own. */
  const share = async (reported: string, more: Record<string, unknown> = {}): Promise<string> => {
    const id = await notesOf(app, () => chart).draft(
      { by: chart.kim, patient: chart.ana },
      { ...wholeNote, reported },
    )
    for (const verb of ['sign', 'share']) await done(chart.kim, notePath(id, verb))
    const named = { collection: 'progress-notes', where: { id: { equals: id } } } as const
    if (Object.keys(more).length) await app.payload.db.updateOne({ ...named, data: more })
    return id
  }

  it('needs the right to records, covers what they may read, and is theirs alone', async () => {
    const mother = await parent('mira.records@example.test')
    const father = await parent('finn.records@example.test')
    const payer = await parent('pays.records@example.test', { mayReadRecords: false })
    expect((await askFor(payer)).status).toBe(404)
    const beyond = await askFor(mother, { classes: 'notes diagnoses' })
    expect([beyond.status, sentence(beyond)]).toEqual([
      400,
      expect.stringContaining('progress notes'),
    ])
    const asked = await askFor(mother)
    expect(asked.status, JSON.stringify(asked.body)).toBe(201)
    const id = String(asked.body.id)
    expect(await read(app, 'record-requests', id)).toMatchObject({
      patient: chart.ana,
      portalUser: mother.id,
      requesterKind: 'representative',
      requesterName: 'Mira Silva',
      dueOn: '2026-05-14',
    })
    expect(await listOf(mother)).toEqual([id])
    expect(await listOf(father)).toEqual([])
    expect(await listOf(payer)).toEqual([])
    expect(await listOf(chart.portal)).toContain(id)
    for (const verb of ['withdraw', 'ask-review'])
      expect((await on(father, id, verb)).status, verb).toBe(404)
    expect((await on(mother, id, 'withdraw')).status).toBe(200)
  })

  it('R68 MI-5 gives no more than they may read, to whoever asked, once', async () => {
    const mother = await parent('mira.takes@example.test')
    const father = await parent('finn.takes@example.test')
    const alone = await insert(app, 'care-episodes', {
      uniqueKey: `alone|${chart.ana}`,
      patient: chart.ana,
      consentBasis: 'minorAlone',
      status: 'open',
      state: 'CA',
      lawKey: 'CA@2024-07-01',
      isOpenToProxies: false,
    })
    await share('We talked about the first week at school.')
    await share('Kept from the parents.', { isOpenToProxies: false, hiddenFrom: 'proxies' })
    await share('Consented to alone.', { episode: alone })
    const id = String((await askFor(mother)).body.id)
    await freshPasswords(app)
    const more = { classes: 'identity notes diagnoses', format: 'pdf' }
    const given = await on(sam, id, 'fulfil', { ...give, ...more })
    expect(given.status, JSON.stringify(given.body)).toBe(200)
    const told = await rowsOf(app, 'outbox', { template: 'something-to-read' })
    const about = told.filter(({ uniqueKey }) => String(uniqueKey).includes(id))
    expect(about.map(({ recipientId }) => recipientId)).toEqual([mother.id])
    const { file } = await exportOf(id)
    expect(await read(app, 'chart-exports', file)).toMatchObject({
      isShared: false,
      portalUser: mother.id,
    })
    const take = ({ client }: Person, verb: string) =>
      client.post(`/api/chart-exports/${file}/${verb}`)
    for (const other of [father, chart.portal]) expect((await take(other, 'file')).status).toBe(404)
    expect((await take(mother, 'build')).body.status).toBe('ready')
    const taken = await take(mother, 'file')
    expect(taken.status).toBe(200)
    const text = textsOfPdf(taken.bytes)
    expect(text).toContain('first week at school')
    for (const hidden of ['Kept from the parents', 'Consented to alone', 'F41.1', '5035550177'])
      expect(text).not.toContain(hidden)
    expect((await take(mother, 'file')).status).toBe(409)
    expect(Boolean((await read(app, 'record-requests', id))['deliveredAt'])).toBe(true)
  })

  it('is put together for nobody once they act for the patient no more', async () => {
    const friend = await parent('ended.records@example.test')
    const id = String((await askFor(friend)).body.id)
    await freshPasswords(app)
    expect((await on(sam, id, 'fulfil', { ...give, classes: 'notes' })).status).toBe(200)
    await done(chart.ben, `/api/proxies/${friend.proxy}/revoke`, { reason: 'patientAsked' })
    const { file } = await exportOf(id)
    expect((await friend.client.post(`/api/chart-exports/${file}/build`)).status).toBe(404)
    const { buildExport } = await import('@/collections/records/sharing/exports/buildExport')
    expect(await buildExport(app.payload, file)).toBe(false)
    expect(await read(app, 'chart-exports', file)).toMatchObject({ status: 'dropped' })
  })
})

describe('R63 the accounting of disclosures', () => {
  it('lists what counts and what was allowed, not treatment or payment, to the patient and compliance', async () => {
    const sent = { status: 'sent', sentOn: '2026-04-01' }
    const cases: [string, Record<string, unknown>][] = [
      ['County Court', { basis: 'courtOrder', isCountable: true, recipientKind: 'court' }],
      ['Sheriff', { basis: 'lawEnforcement', isCountable: true }],
      ['Dr Lee', { basis: 'release', release: await addRelease(app, chart.ana) }],
      ['Dr Treat', { basis: 'treatment' }],
      ['Aetna', { basis: 'payment' }],
    ]
    const ids = new Map<string, string>()
    for (const [recipientName, more] of cases)
      ids.set(
        recipientName,
        await addDisclosure(app, chart.ana, { ...sent, recipientName, ...more }),
      )
    const path = `/api/patients/${chart.ana}/accounting`
    const listed = async (person: Person): Promise<string> =>
      JSON.stringify((await person.client.get(path)).body)
    for (const person of [chart.portal, sam]) {
      const text = await listed(person)
      for (const name of ['County Court', 'Sheriff', 'Dr Lee']) expect(text).toContain(name)
      for (const name of ['Dr Treat', 'Aetna']) expect(text).not.toContain(name)
    }
    const hide = (name: string) =>
      sam.client.post(`/api/disclosures/${ids.get(name)}/hide`, {
        hiddenUntil: '2026-06-01',
        hiddenReason: 'Letter of the sheriff of 2 April.',
      })
    expect((await hide('Dr Treat')).status).toBe(422)
    expect((await hide('Sheriff')).status).toBe(200)
    expect(await listed(chart.portal)).not.toContain('Sheriff')
    expect((await chart.kim.client.get(path)).status).toBe(403)
    const others = `/api/patients/${chart.bob}/accounting`
    expect((await chart.portal.client.get(others)).status).toBe(404)
    const pdf = await chart.portal.client.get(`${path}/pdf`)
    expect([pdf.status, pdf.headers.get('cache-control')]).toEqual([200, 'no-store'])
  })

  it('is fed by entries that say where it went and why, and stand still afterwards', async () => {
    const entry = {
      patient: chart.ana,
      recipientKind: 'court',
      recipientName: 'County Court',
      purposeCode: 'legal',
      basis: 'courtOrder',
      what: 'The dates of visits.',
      sentOn: '2026-04-13',
      method: 'mail',
      verifiedBy: 'courtPaper',
    }
    const bare = await sam.client.post('/api/disclosures/record', entry)
    expect([bare.status, bare.body.errors[0].rule]).toEqual([422, 'R63'])
    const whole = { ...entry, recipientAddress: '1 Court Street', purpose: 'Ordered on 10 April.' }
    const tomorrow = await sam.client.post('/api/disclosures/record', {
      ...whole,
      sentOn: '2026-04-15',
    })
    expect(sentence(tomorrow)).toContain('still to come')
    const made = await sam.client.post('/api/disclosures/record', whole)
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    for (const answer of [
      await sam.client.patch(`/api/disclosures/${made.body.id}`, { recipientName: 'Nobody' }),
      await sam.client.delete(`/api/disclosures/${made.body.id}`),
      await sam.client.post(`/api/disclosures/${made.body.id}/cancel`, { cancelReason: 'No.' }),
    ])
      expect([403, 404, 405, 409, 422]).toContain(answer.status)
    const raw = JSON.stringify(await rowsOf(app, 'disclosures', {}))
    expect(raw).not.toContain('The dates of visits.')
  })
})

describe('what the screens of sharing read', () => {
  it('R62 is the queue, the earliest day first, each with its next step and file, for each role its own part', async () => {
    const cleo = await makePatient(app, 'Cleo', 'Marsh')
    await assign(app, chart.kim.id, cleo)
    const late = await addRequest(app, cleo, { dueOn: '2026-04-10' })
    const soon = await addRequest(app, cleo, { dueOn: '2026-04-20', verifiedHow: null })
    const elsewhere = await addRequest(app, chart.bob, { dueOn: '2026-04-11' })
    const given = await addRequest(app, cleo, {
      status: 'fulfilled',
      method: 'fax',
      dueOn: '2026-05-01',
    })
    const disclosure = await addDisclosure(app, cleo, { request: given, method: 'fax' })
    await insert(app, 'chart-exports', {
      uniqueKey: `export|${disclosure}`,
      patient: cleo,
      disclosure,
      format: 'pdf',
      isShared: false,
      status: 'ready',
    })
    const ids = [late, soon, elsewhere, given]
    const seen = async (person: Person) =>
      readRequests(await requestAs(app, person), { id: { in: ids } })
    const bySam = await seen(sam)
    expect(bySam.map(({ row }) => row.id)).toEqual([late, elsewhere, soon, given])
    expect(bySam.map(({ patient }) => patient)[0]).toContain('Cleo')
    expect(bySam.map(({ next }) => next)).toEqual([
      expect.stringContaining('Give the records'),
      expect.stringContaining('Give the records'),
      expect.stringContaining('press Verify'),
      expect.stringContaining('Take the file'),
    ])
    expect(bySam[3]?.file?.['status']).toBe('ready')
    const byKim = await seen(chart.kim)
    expect(byKim.map(({ row }) => row.id)).toEqual([late, soon, given])
    const byBen = await seen(chart.ben)
    expect(byBen.map(({ row }) => row.id)).toEqual([late, elsewhere, soon, given])
    expect(byBen[3]?.file, 'files are not for the front desk').toBeNull()
    expect(await seen(chart.dana)).toEqual([])
  })

  it('R65 are releases that hold today, and in the portal the own ones with their sentence', async () => {
    const dora = await makePatient(app, 'Dora', 'Lind')
    const portal = await makePortalUser(app, dora, 'dora@example.test')
    const inForce = await addRelease(app, dora)
    const over = await addRelease(app, dora, { expiresOn: '2026-04-13' })
    const back = await addRelease(app, dora, {
      status: 'revoked',
      endedAt: '2026-04-12T18:00:00.000Z',
    })
    const waiting = await addRelease(app, dora, { status: 'pending' })
    await addRelease(app, dora, { status: 'cancelled' })
    const office = await readReleases(await requestAs(app, sam), [dora, chart.ana])
    expect(office.filter((row) => row['patient'] === dora).map(({ id }) => id)).toEqual([inForce])
    const req = await requestAs(app, portal, 'portal')
    const visit = { req, userId: portal.id, patientId: dora, isProxy: false }
    const own = new Map((await readOwnReleases(visit)).map((each) => [each.id, each]))
    expect([...own.keys()].sort()).toEqual([inForce, over, back, waiting].sort())
    expect(own.get(inForce)).toMatchObject({ state: 'inForce', words: 'Until Dec 31, 2026' })
    expect(own.get(over)).toMatchObject({ state: 'over', words: 'Ended on Apr 13, 2026' })
    expect(own.get(back)).toMatchObject({ state: 'over', words: 'Was taken back on Apr 12, 2026' })
    expect(own.get(waiting)?.state).toBe('toSign')
    const disclosure = await addDisclosure(app, dora, { method: 'portal' })
    const file = { patient: dora, disclosure, format: 'pdf', status: 'ready' }
    const shared = await insert(app, 'chart-exports', {
      ...file,
      uniqueKey: `export|${disclosure}`,
      isShared: true,
      expiresAt: '2026-04-17T18:00:00.000Z',
    })
    await insert(app, 'chart-exports', { ...file, uniqueKey: 'export|fax', isShared: false })
    expect(await readFiles(visit)).toEqual([{ id: shared, isReady: true, until: 'Apr 17, 2026' }])
  })
})
