import type { PayloadRequest } from 'payload'
import {
  listingOf,
  type ReadRows,
  staffFacts,
  staffIdOf,
} from '@/hooks/rules/outreach/directoryFacts'
import type { Listing } from '@/src/domain/outreach/directory'
import type { StoredRow } from '@/src/domain/row'
import { practiceToday } from '@/src/lib/practiceZone'

type Bag = { directoryListing?: Promise<Map<string, Listing>> }

const columnsOf = (names: readonly string[]): Record<string, true> =>
  Object.fromEntries(names.map((name) => [name, true] as const))

const readFor =
  (req: PayloadRequest): ReadRows =>
  async (collection, where, names) => {
    const select = columnsOf(names)
    const found = await req.payload.db.find<StoredRow>({
      collection,
      where,
      select,
      limit: 0,
      pagination: false,
      req,
    })
    return found.docs
  }

const load = async (req: PayloadRequest): Promise<Map<string, Listing>> => {
  const read = readFor(req)
  const on = practiceToday()
  const known = { slug: { exists: true } }
  const profiles = await read('therapist-profiles', known, ['staff', 'isAccepting', '_status'])
  const staffIds = [...new Set(profiles.map(staffIdOf).filter(Boolean))]
  const facts = await staffFacts(read, { staffIds, on })
  return new Map(
    profiles.map((profile) => [
      String(profile['id']),
      listingOf(profile, { staff: facts.get(staffIdOf(profile)), on }),
    ]),
  )
}

/** Who stands in the public directory now and why not, by profile; four queries, once per request. */
export const directoryListing = (req: PayloadRequest): Promise<Map<string, Listing>> => {
  const bag = req.context as Bag
  bag.directoryListing ??= load(req)
  return bag.directoryListing
}

export const forgetListing = (req: PayloadRequest): void => {
  delete (req.context as Bag).directoryListing
}

export const listedIds = async (req: PayloadRequest): Promise<string[]> =>
  [...(await directoryListing(req))].filter(([, listing]) => listing.isListed).map(([id]) => id)
