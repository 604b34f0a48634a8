import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asUser } from '@/access/asSystem'
import { findingsFor } from '@/hooks/enforce'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Client, clientOf } from '@/tests/support/client'
import {
  assign,
  insert,
  makePatient,
  makePortalUser,
  makeStaff,
  type Person,
} from '@/tests/support/people'

let app: TestApp
let mo: Person
let kim: Person
let anyone: Client
let profile: string
let license: string

beforeAll(async () => {
  app = await bootApp()
  mo = await makeStaff(app, 'Mo', ['marketing'])
  kim = await makeStaff(app, 'Kim', ['clinician'], { caseloadCap: 2 })
  anyone = clientOf(app)
  license = await insert(app, 'credentials', {
    staff: kim.id,
    kind: 'license',
    state: 'OR',
    number: 'L1',
    expiresOn: '2999-01-01',
    verifiedAt: '2026-01-05T00:00:00.000Z',
  })
  const made = await mo.client.post('/api/therapist-profiles', {
    staff: kim.id,
    displayName: 'Kim Alvarez',
    specialties: 'anxiety stress',
    isAccepting: true,
    _status: 'published',
  })
  expect(made.status).toBe(201)
  profile = made.body.doc.id
})

afterAll(() => app.stop())

const setStaff = (data: Record<string, unknown>) =>
  app.payload.db.updateOne({ collection: 'staff', id: kim.id, data })

const setLicense = (data: Record<string, unknown>) =>
  app.payload.db.updateOne({ collection: 'credentials', id: license, data })

beforeEach(async () => {
  await setStaff({ isOnLeave: false, isAcceptingPatients: true, isActive: true, caseloadCap: 2 })
  await setLicense({ expiresOn: '2999-01-01', verifiedAt: '2026-01-05T00:00:00.000Z' })
})

/** How many doors of the public show the profile, of seven. */
const doorsThatShow = async (client: Client): Promise<number> => {
  const [list, draft, byId, count, filtered, manyQl, oneQl] = await Promise.all([
    client.get('/api/therapist-profiles'),
    client.get('/api/therapist-profiles?draft=true'),
    client.get(`/api/therapist-profiles/${profile}`),
    client.get('/api/therapist-profiles/count'),
    client.get(
      '/api/therapist-profiles?where[or][0][displayName][like]=Kim&where[or][1][id][exists]=true',
    ),
    client.graphql('{ TherapistProfiles { docs { id } } }'),
    client.graphql(`{ TherapistProfile(id: "${profile}") { id } }`),
  ])
  return [
    list.body.docs?.length === 1,
    draft.body.docs?.length === 1,
    byId.status === 200,
    count.body.totalDocs === 1,
    filtered.body.docs?.length === 1,
    manyQl.body.data?.TherapistProfiles?.docs.length === 1,
    Boolean(oneQl.body.data?.TherapistProfile),
  ].filter(Boolean).length
}

const listingSeenByStaff = async (): Promise<string> =>
  (await mo.client.get(`/api/therapist-profiles/${profile}`)).body.listing

describe('R105 the directory', () => {
  it('shows a therapist with a license and room, at every door', async () => {
    expect(await doorsThatShow(anyone)).toBe(7)
    expect(await listingSeenByStaff()).toBe('Listed')
  })

  it('hides whoever is on leave', async () => {
    await setStaff({ isOnLeave: true })
    expect(await doorsThatShow(anyone)).toBe(0)
    expect(await listingSeenByStaff()).toBe('Not listed: on leave.')
  })

  it('hides whoever takes nobody on, or left', async () => {
    await setStaff({ isAcceptingPatients: false })
    expect(await doorsThatShow(anyone)).toBe(0)
    expect(await listingSeenByStaff()).toBe('Not listed: not taking new clients.')
    await setStaff({ isAcceptingPatients: true, isActive: false })
    expect(await doorsThatShow(anyone)).toBe(0)
  })

  it('hides whoever has no verified license in force', async () => {
    await setLicense({ expiresOn: '2020-01-01' })
    expect(await doorsThatShow(anyone)).toBe(0)
    expect(await listingSeenByStaff()).toBe('Not listed: license expired.')
    await setLicense({ expiresOn: '2999-01-01', verifiedAt: null })
    expect(await doorsThatShow(anyone)).toBe(0)
    expect(await listingSeenByStaff()).toBe('Not listed: no verified license on file.')
  })

  it('R96 hides whoever is full, counting patients whose primary clinician they are', async () => {
    const [ana, bob] = [
      await makePatient(app, 'Ana', 'Silva'),
      await makePatient(app, 'Bob', 'Reyes'),
    ]
    await assign(app, kim.id, ana)
    await assign(app, kim.id, bob, { role: 'covering' })
    expect(await doorsThatShow(anyone)).toBe(7)
    await assign(app, kim.id, bob)
    expect(await doorsThatShow(anyone)).toBe(0)
    expect(await listingSeenByStaff()).toBe('Not listed: full (2/2).')
    await setStaff({ caseloadCap: 3 })
    expect(await doorsThatShow(anyone)).toBe(7)
    const portal = await makePortalUser(app, ana, 'ana@example.test')
    await setStaff({ caseloadCap: 2 })
    expect(await doorsThatShow(portal.client)).toBe(0)
    await setStaff({ caseloadCap: 30 })
  })

  it('tells whoever publishes the profile why it does not show, and lets them', async () => {
    await setStaff({ isOnLeave: true })
    const req = await createLocalReq({}, app.payload)
    const row = { staff: kim.id, isAccepting: true, _status: 'published' }
    for (const on of ['create', 'update']) {
      const change = {
        slug: 'therapist-profiles',
        on,
        before: null,
        after: row,
        changed: [],
        input: {},
      }
      expect((await findingsFor(req, change)).filter(({ rule }) => rule === 'R105')).toMatchObject([
        { message: 'Not listed: on leave.', isAdvice: true },
      ])
    }
    const saved = await mo.client.patch(`/api/therapist-profiles/${profile}`, {
      summary: 'Back in May.',
      _status: 'published',
    })
    expect(saved.status).toBe(200)
    const gql = await mo.client.graphql(
      `mutation { updateTherapistProfile(id: "${profile}", data: { pronouns: "she/her" }) { listing } }`,
    )
    expect(gql.body.data.updateTherapistProfile.listing).toBe('Not listed: on leave.')
  })

  it('never says which member of staff a profile belongs to', async () => {
    const local = asUser(await createLocalReq({}, app.payload))
    const answers = [
      await anyone.get('/api/therapist-profiles?depth=2'),
      await anyone.get(`/api/therapist-profiles/${profile}?depth=2&select[staff]=true`),
      await anyone.graphql('{ TherapistProfiles { docs { id staff { id } listing } } }'),
      await local.find({ collection: 'therapist-profiles', depth: 2 }),
    ]
    expect(JSON.stringify(answers)).not.toContain(kim.id)
    for (const path of [
      'where[staff][exists]=true',
      `where[staff][equals]=${kim.id}`,
      'where[staff.name][equals]=Kim',
    ]) {
      expect((await anyone.get(`/api/therapist-profiles?${path}`)).status).toBe(400)
    }
    expect((await anyone.get('/api/therapist-profiles?sort=staff')).status).toBe(400)
  })

  it('lets a therapist change the own profile and nobody else’s', async () => {
    const theo = await makeStaff(app, 'Theo', ['clinician'])
    expect(
      (await theo.client.patch(`/api/therapist-profiles/${profile}`, { summary: 'x' })).status,
    ).toBe(404)
    expect(
      (await kim.client.patch(`/api/therapist-profiles/${profile}`, { summary: 'Mine.' })).status,
    ).toBe(200)
    const moved = await kim.client.patch(`/api/therapist-profiles/${profile}`, { staff: theo.id })
    expect(moved.status).toBe(403)
  })
})
