import type { Where } from 'payload'
import { within } from '@/access/scopes'
import { rowsNaming } from '@/hooks/rowsById'
import { type DirectoryProfile, isListed, type Listing } from '@/src/domain/outreach/directory'
import { idIn, idOf, type Row } from '@/src/domain/row'

/** Answers rows of a collection; the rule gives its fact reader, the website its own narrow one. */
export type ReadRows = (
  slug: string,
  where: Where,
  columns: readonly string[],
) => Promise<readonly Row[]>

export type StaffFacts = {
  isThere: boolean
  capacity: number
  caseload: number
  onLeave: boolean
  isAccepting: boolean
  licenses: { state: string; expiresOn: string }[]
  /** States of licenses that nobody has verified yet. */
  unverifiedStates: string[]
}

const licensesIn = (
  rows: readonly Row[],
  on: string,
): Pick<StaffFacts, 'licenses' | 'unverifiedStates'> => {
  const all = rows
    .filter((row) => row['kind'] === 'license')
    .map((row) => ({
      isVerified: Boolean(row['verifiedAt']),
      state: String(row['state'] ?? ''),
      expiresOn: String(row['expiresOn'] ?? ''),
    }))
  return {
    licenses: all
      .filter(({ isVerified }) => isVerified)
      .map(({ state, expiresOn }) => ({ state, expiresOn })),
    unverifiedStates: all
      .filter(({ isVerified, expiresOn }) => !isVerified && (!expiresOn || expiresOn >= on))
      .map(({ state }) => state),
  }
}

const isRunning = (row: Row, on: string): boolean =>
  String(row['startsOn'] ?? '') <= on && (!row['endsOn'] || String(row['endsOn']) >= on)

const caseloadIn = (rows: readonly Row[], on: string): number =>
  new Set(
    rows
      .filter((row) => row['role'] === 'primary' && isRunning(row, on))
      .map((row) => idIn(row, 'patient') ?? ''),
  ).size

/**
 * What decides whether members of staff stand in the directory on a day: three queries, however many
 * they are. A license counts once a second person verified it; a caseload is the patients whose
 * primary clinician somebody is.
 */
export const staffFacts = async (
  read: ReadRows,
  { staffIds, on }: { staffIds: readonly string[]; on: string },
): Promise<Map<string, StaffFacts>> => {
  const byId = within('id', staffIds)
  const byStaff = within('staff', staffIds)
  if (!byId || !byStaff) return new Map()
  // One after the other: inside a MongoDB transaction two questions at once can end it.
  const people = await read('staff', byId, [
    'caseloadCap',
    'isAcceptingPatients',
    'isOnLeave',
    'isActive',
  ])
  const credentials = await read('credentials', byStaff, [
    'staff',
    'kind',
    'state',
    'expiresOn',
    'verifiedAt',
  ])
  const assignments = await read('care-team-assignments', byStaff, [
    'staff',
    'patient',
    'role',
    'startsOn',
    'endsOn',
  ])
  const licenses = rowsNaming(credentials, 'staff')
  const teams = rowsNaming(assignments, 'staff')
  return new Map(
    people.map((person): [string, StaffFacts] => {
      const id = idOf(person) ?? ''
      return [
        id,
        {
          isThere: person['isActive'] !== false,
          capacity: Number(person['caseloadCap'] ?? 0),
          caseload: caseloadIn(teams.get(id) ?? [], on),
          onLeave: person['isOnLeave'] === true,
          isAccepting: person['isAcceptingPatients'] !== false,
          ...licensesIn(licenses.get(id) ?? [], on),
        },
      ]
    }),
  )
}

const nobody: StaffFacts = {
  isThere: false,
  capacity: 0,
  caseload: 0,
  onLeave: false,
  isAccepting: false,
  licenses: [],
  unverifiedStates: [],
}

/** Whether a profile stands in the directory on a day, and the obstacle if not (R105, R96). */
export const listingOf = (
  profile: Row,
  { staff, on }: { staff: StaffFacts | undefined; on: string },
): Listing => {
  const facts = staff ?? nobody
  if (!facts.isThere) {
    return { isListed: false, ruleId: 'R105', reason: 'Not listed: no active member of staff.' }
  }
  const entry: DirectoryProfile = {
    capacity: facts.capacity,
    caseload: facts.caseload,
    licenses: facts.licenses,
    onLeave: facts.onLeave,
    isAccepting: facts.isAccepting && profile['isAccepting'] !== false,
    isPublished: profile['_status'] === 'published',
  }
  return isListed({ ...entry, on })
}

export const staffIdOf = (profile: Row): string => idIn(profile, 'staff') ?? ''
