import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asUser } from '@/access/asSystem'
import type { StoredRow } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { sha256 } from '@/src/lib/crypto'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Answer, clientOf } from '@/tests/support/client'
import {
  assign,
  insert,
  makePatient,
  makePortalUser,
  makeStaff,
  type Person,
  read,
} from '@/tests/support/people'
import {
  freezeAt,
  messageIn,
  publishTexts,
  race,
  requestAs,
  rowsOf,
  ruleIn,
  statuses,
  tuesday,
} from '@/tests/support/practice'

let app: TestApp
let ben: Person
let kim: Person
let imani: Person
let theo: Person
let texts: Record<string, string>

beforeAll(async () => {
  app = await bootApp()
  freezeAt(tuesday)
  ben = await makeStaff(app, 'Ben', ['frontDesk'])
  kim = await makeStaff(app, 'Kim', ['clinician'])
  theo = await makeStaff(app, 'Theo', ['clinician'])
  imani = await makeStaff(app, 'Imani', ['director'])
  texts = await publishTexts(app)
})

afterAll(async () => {
  clock.reset()
  await app.stop()
})

let count = 0

/** A patient with a portal account, one text to sign and the item of the packet that asks for it. */
const withText = async (kind = 'privacyNotice') => {
  count += 1
  const patient = await makePatient(app, `Ana${count}`, 'Silva')
  await assign(app, kim.id, patient)
  const portal = await makePortalUser(app, patient, `ana${count}@example.test`)
  const template = texts[kind] ?? ''
  const consent = await insert(app, 'consents', {
    uniqueKey: `consent|${patient}|${template}`,
    patient,
    template,
    kind,
    title: kind,
    version: 1,
    status: 'pending',
  })
  const item = await insert(app, 'packet-items', {
    uniqueKey: `${patient}|consent|${kind}`,
    patient,
    kind: 'consent',
    reference: kind,
    title: kind,
    status: 'open',
  })
  return { patient, portal, consent, item }
}

const signature = { signerName: 'Ana Silva', agree: true }

describe('consents', () => {
  it('keep who signed, when, and the fingerprint of the text', async () => {
    const { portal, consent, item } = await withText('treatment')
    const shown = await portal.client.get(`/api/consents/${consent}?depth=1`)
    expect(shown.body.template.body).toBe('What we agree about treatment.')
    const answers = await race(portal.client, `/api/consents/${consent}/sign`, signature)
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
    expect(await read(app, 'consents', consent)).toMatchObject({
      status: 'signed',
      signedAt: tuesday,
      signerName: 'Ana Silva',
      signerKind: 'patient',
      version: 1,
      textHash: sha256('What we agree about treatment.'),
    })
    expect(await read(app, 'packet-items', item)).toMatchObject({ status: 'done', doneAt: tuesday })
  })

  it('need a name and the tick, and are out of reach for other patients', async () => {
    const { portal, consent } = await withText()
    const other = await withText()
    expect(
      (await portal.client.post(`/api/consents/${consent}/sign`, { signerName: ' ', agree: true }))
        .status,
    ).toBe(400)
    const untold = await portal.client.post(`/api/consents/${consent}/sign`, {
      signerName: 'Ana',
      agree: false,
    })
    expect([untold.status, messageIn(untold)]).toEqual([400, 'Tick the box to say that you agree.'])
    expect(
      (await other.portal.client.post(`/api/consents/${consent}/sign`, signature)).status,
    ).toBe(404)
    expect((await theo.client.post(`/api/consents/${consent}/sign`, signature)).status).toBe(404)
    expect((await clientOf(app).post(`/api/consents/${consent}/sign`, signature)).status).toBe(401)
    expect((await read(app, 'consents', consent))['status']).toBe('pending')
  })

  it('signed on paper name the witness', async () => {
    const { consent } = await withText()
    expect((await ben.client.post(`/api/consents/${consent}/sign`, signature)).status).toBe(200)
    expect(await read(app, 'consents', consent)).toMatchObject({
      signerKind: 'staffWitness',
      witness: ben.id,
    })
  })

  it('cannot be signed by writing the columns', async () => {
    const { patient, consent, portal } = await withText()
    const forged = { status: 'signed', signedAt: tuesday, signerName: 'Forged' }
    expect((await portal.client.patch(`/api/consents/${consent}`, forged)).status).toBe(403)
    expect((await imani.client.patch(`/api/consents/${consent}`, forged)).status).toBe(403)
    await imani.client.patch(`/api/consents?where[id][equals]=${consent}`, forged)
    expect((await imani.client.post(`/api/consents/versions/${consent}`)).status).toBe(404)
    expect((await imani.client.post(`/api/consents/${consent}/duplicate`)).status).toBe(404)
    const made = await imani.client.post('/api/consents', {
      patient,
      template: texts['feePolicy'],
      ...forged,
    })
    expect([made.status, made.body.doc.status, made.body.doc.signedAt ?? null]).toEqual([
      201,
      'pending',
      null,
    ])
    expect((await read(app, 'consents', consent))['status']).toBe('pending')
  })

  it('can be withdrawn by the patient, once', async () => {
    const { portal, consent } = await withText('telehealth')
    await portal.client.post(`/api/consents/${consent}/sign`, signature)
    expect(statuses(await race(portal.client, `/api/consents/${consent}/withdraw`))).toEqual([
      200, 409, 409, 409, 409,
    ])
    expect(await rowsOf(app, 'tasks', { recordId: consent })).toHaveLength(1)
  })
})

describe('R08 a refused notice has a reason', () => {
  it('refuses without one at REST and GraphQL, and keeps it otherwise', async () => {
    const { consent, item } = await withText()
    for (const reason of ['', '   ', 'no']) {
      const answer = await ben.client.post(`/api/consents/${consent}/record-refusal`, { reason })
      expect([answer.status, ruleIn(answer), messageIn(answer)]).toEqual([
        422,
        'R08',
        'Write why the notice could not be signed.',
      ])
    }
    const graphql = await ben.client.graphql(
      'mutation($id: String!) { recordRefusalConsents(id: $id) { id } }',
      { id: consent },
    )
    expect(JSON.stringify(graphql.body.errors)).toContain('R08')
    const reason = 'Patient could not read it; offered twice'
    const answers = await race(ben.client, `/api/consents/${consent}/record-refusal`, { reason })
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
    expect((await ben.client.get(`/api/consents/${consent}`)).body).toMatchObject({
      status: 'refused',
      refusalReason: reason,
    })
    expect((await read(app, 'packet-items', item))['status']).toBe('done')
  })

  it('nobody may skip it, and a patient may not record it', async () => {
    const { consent, portal } = await withText()
    const _override = [{ rule: 'R08', reason: 'No time today' }]
    expect(
      (await imani.client.post(`/api/consents/${consent}/record-refusal`, { _override })).status,
    ).toBe(422)
    expect(
      (
        await portal.client.post(`/api/consents/${consent}/record-refusal`, {
          reason: 'I do not want to',
        })
      ).status,
    ).toBe(403)
  })

  it('settles the notice only: a refused consent to treatment stays open', async () => {
    const { consent, item } = await withText('treatment')
    await ben.client.post(`/api/consents/${consent}/record-refusal`, {
      reason: 'Wants to think about it',
    })
    expect((await read(app, 'packet-items', item))['status']).toBe('open')
  })
})

describe('consent texts', () => {
  it('are frozen once published; a new version replaces the old and moves what is pending', async () => {
    const { patient, portal, consent } = await withText('feePolicy')
    const draft = await imani.client.post('/api/consent-templates', {
      kind: 'feePolicy',
      title: 'Fees',
      body: 'New fees.',
    })
    const id = draft.body.doc.id
    expect(
      (await imani.client.patch(`/api/consent-templates/${id}`, { body: 'New fees from May.' }))
        .status,
    ).toBe(200)
    expect((await ben.client.post(`/api/consent-templates/${id}/publish-version`)).status).toBe(403)
    const answers = await race(imani.client, `/api/consent-templates/${id}/publish-version`)
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
    const frozen = await imani.client.patch(`/api/consent-templates/${id}`, { body: 'Changed' })
    expect([frozen.status, messageIn(frozen)]).toEqual([
      409,
      expect.stringContaining('published and stays as it is'),
    ])
    expect(await read(app, 'consent-templates', id)).toMatchObject({
      version: 2,
      isActive: true,
      contentHash: sha256('New fees from May.'),
    })
    expect(await read(app, 'consent-templates', texts['feePolicy'] ?? '')).toMatchObject({
      isActive: false,
    })
    expect(await read(app, 'consents', consent)).toMatchObject({ template: id, version: 2 })
    expect((await portal.client.post(`/api/consents/${consent}/sign`, signature)).status).toBe(200)
    expect(await read(app, 'consents', consent)).toMatchObject({
      textHash: sha256('New fees from May.'),
    })
    expect(await rowsOf(app, 'consents', { patient })).toHaveLength(1)
    texts['feePolicy'] = id
  })

  it('refuse a signature under a text that was replaced meanwhile', async () => {
    const { portal, consent } = await withText('treatment')
    await app.payload.db.updateOne({
      collection: 'consent-templates',
      id: texts['treatment'] ?? '',
      data: { isActive: false },
    })
    const answer = await portal.client.post(`/api/consents/${consent}/sign`, signature)
    expect([answer.status, messageIn(answer)]).toEqual([
      409,
      expect.stringContaining('replaced by a newer one'),
    ])
    await app.payload.db.updateOne({
      collection: 'consent-templates',
      id: texts['treatment'] ?? '',
      data: { isActive: true },
    })
  })
})

describe('packet', () => {
  const item = (patient: string, kind: string) =>
    insert(app, 'packet-items', {
      uniqueKey: `${patient}|${kind}|`,
      patient,
      kind,
      title: kind,
      status: 'open',
    })

  const pathsOf = (answer: Answer): string[] =>
    answer.body.errors.map(
      (error: { data: { errors: { path: string }[] } }) => error.data.errors[0]?.path,
    )

  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )

  const upload = (
    client: Person['client'],
    fields: Record<string, unknown>,
    file: Blob,
    name: string,
  ) => {
    const form = new FormData()
    form.set('_payload', JSON.stringify(fields))
    form.set('file', file, name)
    return client.raw('/api/documents', { method: 'POST', body: form })
  }

  it('takes the insurance card once a picture is there', async () => {
    const { patient, portal } = await withText()
    const id = await item(patient, 'insuranceCard')
    const early = await portal.client.post(`/api/packet-items/${id}/complete`)
    expect([early.status, messageIn(early)]).toEqual([
      422,
      'Add a picture of your insurance card first.',
    ])
    const picture = new Blob([new Uint8Array(png)], { type: 'image/png' })
    const made = await upload(
      portal.client,
      { patient, kind: 'insuranceCard', side: 'front' },
      picture,
      'Ana Silva card.png',
    )
    expect(made.status).toBe(201)
    expect(made.body.doc.filename).toMatch(/^[0-9a-f-]{36}\.png$/)
    expect(statuses(await race(portal.client, `/api/packet-items/${id}/complete`))).toEqual([
      200, 409, 409, 409, 409,
    ])
    const file = `/api/documents/file/${made.body.doc.filename}`
    expect((await portal.client.get(file)).status).toBe(200)
    expect((await ben.client.get(file)).status).toBe(200)
    const other = await withText()
    expect([403, 404]).toContain((await other.portal.client.get(file)).status)
    expect([401, 403, 404]).toContain((await clientOf(app).get(file)).status)
    expect(existsSync(join(process.env['UPLOAD_DIR'] ?? '', 'documents'))).toBe(true)
    expect(
      (await upload(other.portal.client, { patient, kind: 'insuranceCard' }, picture, 'x.png'))
        .status,
    ).toBeGreaterThanOrEqual(400)
    expect(
      (await ben.client.post(`/api/documents/${made.body.doc.id}/void`, { reason: 'Wrong card' }))
        .status,
    ).toBe(200)
  })

  it('refuses files that are no picture or PDF', async () => {
    const { patient, portal } = await withText()
    const folder = join(process.env['UPLOAD_DIR'] ?? '', 'documents')
    const before = existsSync(folder) ? readdirSync(folder).length : 0
    const page = new Blob(['<script>alert(1)</script>'], { type: 'text/html' })
    const disguised = new Blob(['<script>alert(1)</script>'], { type: 'image/png' })
    for (const [blob, name] of [
      [page, 'x.html'],
      [disguised, 'x.png'],
    ] as const) {
      const answer = await upload(portal.client, { patient, kind: 'insuranceCard' }, blob, name)
      expect([400, 415, 422], name).toContain(answer.status)
    }
    expect(existsSync(folder) ? readdirSync(folder).length : 0).toBe(before)
  })

  it('takes the emergency contact once somebody is named', async () => {
    const { patient, portal } = await withText()
    const id = await item(patient, 'emergencyContact')
    expect((await portal.client.post(`/api/packet-items/${id}/complete`)).status).toBe(422)
    const made = await portal.client.post('/api/related-persons', {
      patient,
      name: 'Rui Silva',
      relationship: 'Brother',
      phone: '503-555-0177',
      isEmergencyContact: true,
    })
    expect(made.status).toBe(201)
    expect((await portal.client.post(`/api/packet-items/${id}/complete`)).status).toBe(200)
  })

  it('takes the date of birth once, and a whole address', async () => {
    const { patient, portal } = await withText()
    const id = await item(patient, 'details')
    const tell = (body: Record<string, string>) =>
      portal.client.post(`/api/packet-items/${id}/complete`, body)
    const row = () =>
      app.payload.db.findOne<StoredRow>({
        collection: 'patients',
        where: { id: { equals: patient } },
      })
    await app.payload.db.updateOne({
      collection: 'patients',
      id: patient,
      data: { dateOfBirth: null, addressLine1: null },
    })
    const address = {
      addressLine1: '9 Alder Street',
      city: 'Salem',
      region: 'OR',
      postalCode: '97301',
    }
    const nothing = await tell({})
    expect(nothing.status).toBe(422)
    expect(pathsOf(nothing)).toEqual(['dateOfBirth', 'addressLine1'])
    expect((await portal.client.patch(`/api/patients/${patient}`, address)).status).toBe(200)
    for (const dateOfBirth of ['1990-02-30', '2999-01-01', '1850-01-01', 'yesterday']) {
      const answer = await tell({ dateOfBirth })
      expect(answer.status, dateOfBirth).toBe(422)
      expect(pathsOf(answer)).toEqual(['dateOfBirth'])
    }
    expect((await row())?.['dateOfBirth']).toBeNull()
    expect((await tell({ dateOfBirth: '1990-02-28', sex: 'F' })).status).toBe(200)
    expect(await row()).toMatchObject({ dateOfBirth: '1990-02-28', sex: 'F', ...address })
    // Afterwards it is the practice's: neither the form nor the record lets a patient change it.
    await portal.client.patch(`/api/patients/${patient}`, { dateOfBirth: '1991-01-01' })
    expect((await row())?.['dateOfBirth']).toBe('1990-02-28')
  })

  it('does not let a patient tick off a signature or a questionnaire, nor see another packet', async () => {
    const mine = await withText()
    const other = await withText()
    expect((await mine.portal.client.post(`/api/packet-items/${mine.item}/complete`)).status).toBe(
      409,
    )
    expect(
      (await mine.portal.client.patch(`/api/packet-items/${mine.item}`, { status: 'done' })).status,
    ).toBe(403)
    expect((await mine.portal.client.get(`/api/packet-items/${other.item}`)).status).toBe(404)
    const listed = await mine.portal.client.get('/api/packet-items')
    expect(listed.body.docs.map((doc: { id: string }) => doc.id)).toEqual([mine.item])
    await expect(
      asUser(await requestAs(app, ben)).update({
        collection: 'packet-items',
        id: mine.item,
        data: { status: 'done' },
      }),
    ).rejects.toThrow()
  })

  it('is waived by the office with a reason', async () => {
    const { item: id } = await withText()
    expect((await ben.client.post(`/api/packet-items/${id}/waive`, {})).status).toBe(400)
    const answers = await race(ben.client, `/api/packet-items/${id}/waive`, {
      reason: 'Signed on paper elsewhere',
    })
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
    expect(await read(app, 'packet-items', id)).toMatchObject({
      status: 'waived',
      waivedBy: ben.id,
    })
  })
})
