import type { StaffRole } from '@/access/roles'
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
  const row = await app.payload.db.findOne<Record<string, unknown> & { id: string }>({
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
    passwordHash: await testPasswordHash(),
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
    passwordHash: await testPasswordHash(),
  })
  return { id, email, client: await signIn(app, email, 'portal') }
}
