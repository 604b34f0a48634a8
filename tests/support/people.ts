import type { StaffRole } from '@/access/roles'
import type { StoredRow } from '@/src/domain/row'
import type { TestApp } from './boot'
import { type Client, signIn, testPasswordHash } from './client'

/** Straight into the database: what the product itself only lets actions write. */
export const insert = async (
  app: TestApp,
  collection: string,
  data: Record<string, unknown>,
): Promise<string> => {
  const row = await app.payload.db.create({ collection, data: { rev: 1, ...data } })
  return String(row.id)
}

export const read = async (
  app: TestApp,
  collection: string,
  id: string,
): Promise<Record<string, unknown>> => {
  const row = await app.payload.db.findOne<StoredRow>({
    collection,
    where: { id: { equals: id } },
  })
  if (!row) throw new Error(`${collection} ${id} is not there`)
  return row
}

export type Person = { id: string; email: string; client: Client }

/** A member of staff who is signed in. */
export const makeStaff = async (
  app: TestApp,
  name: string,
  roles: readonly StaffRole[],
  more: Record<string, unknown> = {},
): Promise<Person> => {
  const email = `${name.toLowerCase().replaceAll(/\W+/g, '.')}@example.test`
  const id = await insert(app, 'staff', {
    name,
    email,
    roles: [...roles],
    isActive: true,
    passwordHash: testPasswordHash(),
    caseloadCap: 30,
    isAcceptingPatients: true,
    isOnLeave: false,
    ...more,
  })
  return { id, email, client: await signIn(app, email) }
}

export const makePatient = async (
  app: TestApp,
  first: string,
  last: string,
  more: Record<string, unknown> = {},
): Promise<string> =>
  insert(app, 'patients', {
    firstName: first,
    lastName: last,
    displayName: `${first} ${last}`,
    searchText: `${last} ${first}`.toLowerCase(),
    status: 'active',
    dateOfBirth: '1988-02-14',
    ...more,
  })

export const assign = (
  app: TestApp,
  staff: string,
  patient: string,
  more: Record<string, unknown> = {},
): Promise<string> =>
  insert(app, 'care-team-assignments', {
    staff,
    patient,
    role: 'primary',
    startsOn: '2020-01-01',
    endsOn: null,
    ...more,
  })

type ProxyWish = { patient: string; email: string; name?: string } & Record<string, unknown>

/** Somebody who acts for a patient, as the office has entered them, without a login. */
export const insertProxy = async (
  app: TestApp,
  { patient, email, name = 'Pat Parent', ...more }: ProxyWish,
): Promise<{ proxy: string; relatedPerson: string }> => {
  const relatedPerson = await insert(app, 'related-persons', {
    patient,
    name,
    email,
    relationship: 'Parent',
  })
  const proxy = await insert(app, 'proxies', {
    uniqueKey: `${relatedPerson}|1`,
    patient,
    relatedPerson,
    name,
    patientName: 'Somebody',
    basis: 'parent',
    mayReadRecords: true,
    startsOn: '2020-01-01',
    status: 'active',
    ...more,
  })
  return { proxy, relatedPerson }
}

const everyRight = { mayReadRecords: true, mayBook: true, mayBilling: true, mayConsent: true }

/** Somebody who acts for a patient, with a login of their own, signed in. */
export const makeProxy = async (
  app: TestApp,
  wish: ProxyWish,
): Promise<Person & { proxy: string }> => {
  const { email } = wish
  const known = await app.payload.db.findOne<{ id: string }>({
    collection: 'portal-users',
    where: { email: { equals: email } },
  })
  const id =
    known?.id ??
    (await insert(app, 'portal-users', {
      email,
      isActive: true,
      acceptedAt: '2026-01-05T10:00:00.000Z',
      passwordHash: testPasswordHash(),
    }))
  const { proxy } = await insertProxy(app, {
    name: 'Pat Proxy',
    basis: 'powerOfAttorney',
    ...everyRight,
    portalUser: id,
    ...wish,
  })
  return { id, proxy, email, client: await signIn(app, email, 'portal') }
}

/** A patient's portal account, signed in. */
export const makePortalUser = async (
  app: TestApp,
  patient: string,
  email: string,
): Promise<Person> => {
  const id = await insert(app, 'portal-users', {
    email,
    patient,
    isActive: true,
    passwordHash: testPasswordHash(),
  })
  return { id, email, client: await signIn(app, email, 'portal') }
}
