import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeApiClient } from '@/tests/support/apiClients'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Client, clientOf } from '@/tests/support/client'
import { assign, insert, makeStaff, type Person } from '@/tests/support/people'
import { rowsOf } from '@/tests/support/practice'

let app: TestApp
let ben: Person
let kim: Person
let dana: Person
let mo: Person
let castellano: string
let castro: string

type Found = {
  people: { id: string; name: string }[]
  claims: { number: string }[]
  screens: object[]
}

const search = async (client: Client, query: string): Promise<Found> => {
  const answer = await client.post('/api/search', { query })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

const names = async (client: Client, query: string): Promise<string[]> =>
  (await search(client, query)).people.map(({ name }) => name)

const register = async (data: Record<string, unknown>): Promise<string> => {
  const answer = await ben.client.post('/api/patients', { sex: 'F', ...data })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return String(answer.body.doc.id)
}

const readsBy = async ({ id }: Person) =>
  rowsOf(app, 'audit-events', { action: 'read', actorId: id, collectionSlug: 'patients' })

beforeAll(async () => {
  app = await bootApp()
  ben = await makeStaff(app, 'Ben', ['frontDesk'])
  kim = await makeStaff(app, 'Kim', ['clinician'])
  dana = await makeStaff(app, 'Dana', ['biller'])
  mo = await makeStaff(app, 'Mo', ['marketing'])
  castellano = await register({
    firstName: 'Nóra',
    lastName: 'Castellano',
    dateOfBirth: '1991-04-12',
    phone: '(503) 555-0133',
  })
  castro = await register({ firstName: 'Ines', lastName: 'Castro', dateOfBirth: '1980-01-02' })
  await register({
    firstName: 'Siobhan',
    lastName: 'O’Rourke',
    chosenName: 'Cass',
    dateOfBirth: '1975-06-07',
  })
  await assign(app, kim.id, castellano)
  const claim = { patient: castellano, controlNumber: 'C0000412', status: 'draft' }
  await insert(app, 'claims', { uniqueKey: 'search|1', serviceDate: '2026-03-02', ...claim })
})

afterAll(() => app.stop())

describe('the search of the office', () => {
  it('finds people by the beginning of either name, accents and apostrophes aside', async () => {
    expect(await names(ben.client, 'cast')).toEqual(['Nóra Castellano', 'Ines Castro'])
    expect(await names(ben.client, 'nora cas')).toEqual(['Nóra Castellano'])
    expect(await names(ben.client, 'Castellano N')).toEqual(['Nóra Castellano'])
    expect(await names(ben.client, "o'r")).toEqual(['Cass O’Rourke'])
    expect(await names(ben.client, 'cass')).toEqual(['Cass O’Rourke'])
    expect(await names(ben.client, 'astro')).toEqual([])
  })

  it('finds people by birth date and phone', async () => {
    expect(await names(ben.client, '4/12/1991')).toEqual(['Nóra Castellano'])
    expect(await names(ben.client, '503-555-01')).toEqual(['Nóra Castellano'])
  })

  it('finds claims for those who may read claims, and screens for those who may open them', async () => {
    const forDana = await search(dana.client, 'c000041')
    expect(forDana.claims.map(({ number }) => number)).toEqual(['C0000412'])
    expect((await search(ben.client, 'C0000412')).claims).toEqual([])
    expect((await search(dana.client, 'remit')).screens).toEqual([
      { label: 'Remittances', address: '/admin/remittances-post' },
    ])
    expect((await search(ben.client, 'remit')).screens).toEqual([])
  })

  it('stays within the scope: a caseload, no names for marketing, nothing signed out', async () => {
    expect(await names(kim.client, 'cas')).toEqual(['Nóra Castellano'])
    expect(await names(kim.client, '1980-01-02')).toEqual([])
    expect(await names(mo.client, 'cas')).toEqual([])
    expect((await clientOf(app).post('/api/search', { query: 'cas' })).status).toBe(401)
    // Only by POST, so that a name never stands in an address.
    expect((await ben.client.get('/api/search?query=cas')).status).toBe(404)
  })

  it('answers other software what its key may read', async () => {
    const mayRead = await makeApiClient(app, { owner: kim.id, scopes: 'patients:read' })
    const mayNot = await makeApiClient(app, { owner: kim.id, scopes: 'inquiries:create' })
    expect(await names(mayNot.client, 'castro')).toEqual([])
    expect(await names(mayRead.client, 'castro')).toEqual(['Ines Castro'])
    expect((await search(mayRead.client, '')).screens).toEqual([])
  })

  it('leaves a row in the access log for what was found, without the words', async () => {
    const before = (await readsBy(ben)).length
    await search(ben.client, 'castro')
    const rows = await readsBy(ben)
    expect(rows.length).toBe(before + 1)
    const last = rows.find(({ recordIds }) => recordIds === castro)
    expect(last).toMatchObject({ outcome: 'seen', patientIds: castro })
    expect(JSON.stringify(await rowsOf(app, 'audit-events', {})).toLowerCase()).not.toContain(
      'castro',
    )
  })

  it('refuses what is no line of text', async () => {
    for (const query of [undefined, 7, 'x'.repeat(101)])
      expect((await ben.client.post('/api/search', { query })).status).toBe(400)
  })
})
