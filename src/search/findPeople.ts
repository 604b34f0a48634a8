import type { PayloadRequest, Where } from 'payload'
import { asUser } from '@/access/asSystem'
import { decide } from '@/access/decide'
import { fieldClassOf } from '@/access/fieldClasses'
import { mayRead } from '@/access/fieldRights'
import { actorOf } from '@/access/principal'
import type { Sought } from '../domain/intake/searchQuery'

export type FoundPerson = {
  id: string
  name: string
  dateOfBirth: string | null
  status: string
  /** Where the office opens it. */
  address: string
}

export type FoundClaim = {
  id: string
  number: string
  serviceDate: string
  status: string
  address: string
}

const most = 8

const beginsWith = (column: string, beginning: string): Where => ({
  and: [
    { [column]: { greater_than_equal: beginning } },
    { [column]: { less_than: `${beginning}\uffff` } },
  ],
})

const isThere: Where = { status: { not_in: ['voided', 'destroyed'] } }

/** Asked by `sort` in its order, for those who may read `shows`. */
type Question = { where: Where; sort: string; shows: string }

/** One question for each meaning, each answered from one index. */
const questionsOf = ({ name, birthDate, phone }: Sought): Question[] => [
  ...(name
    ? ['searchText', 'nameKey'].map((column) => ({
        where: beginsWith(column, name),
        sort: column,
        shows: 'displayName',
      }))
    : []),
  ...(birthDate
    ? [{ where: { dateOfBirth: { equals: birthDate } }, sort: 'searchText', shows: 'dateOfBirth' }]
    : []),
  ...(phone ? [{ where: beginsWith('phoneKey', phone), sort: 'phoneKey', shows: 'phone' }] : []),
]

const idsWithin = async (
  req: PayloadRequest,
  scope: true | Where,
  questions: readonly Question[],
): Promise<string[]> => {
  const ids = new Set<string>()
  for (const { where, sort } of questions) {
    const { docs } = await req.payload.db.find<{ id: string }>({
      collection: 'patients',
      where: { and: [...(scope === true ? [] : [scope]), isThere, where] },
      sort,
      limit: most,
      pagination: false,
      select: { status: true },
      req,
    })
    for (const { id } of docs) ids.add(id)
  }
  return [...ids].slice(0, most)
}

/**
 * The patients a line may mean, among those the caller may read, with what the caller may know of them.
 * Who was found is in the access log before the answer leaves.
 */
export const findPeople = async (req: PayloadRequest, sought: Sought): Promise<FoundPerson[]> => {
  const scope = await decide(req, 'patients', 'read')
  const { principals } = actorOf(req)
  const questions = questionsOf(sought).filter(({ shows }) =>
    mayRead(principals, fieldClassOf('patients', shows)),
  )
  if (scope === false || !questions.length) return []
  const ids = await idsWithin(req, scope, questions)
  if (!ids.length) return []
  const { docs } = await asUser(req).find({
    collection: 'patients',
    where: { id: { in: ids } },
    limit: ids.length,
    pagination: false,
    select: { displayName: true, dateOfBirth: true, status: true },
  })
  return docs
    .map(({ displayName, dateOfBirth, status, ...doc }) => ({
      id: String(doc.id),
      name: displayName ?? '',
      dateOfBirth: dateOfBirth ?? null,
      status,
      address: `/admin/patient/${doc.id}`,
    }))
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

/** The claims whose number begins so, among those the caller may read. */
export const findClaims = async (req: PayloadRequest, { claim }: Sought): Promise<FoundClaim[]> => {
  if (!claim || (await decide(req, 'claims', 'read')) === false) return []
  const { docs } = await asUser(req).find({
    collection: 'claims',
    where: beginsWith('controlNumber', claim),
    sort: 'controlNumber',
    limit: most,
    pagination: false,
    select: { controlNumber: true, serviceDate: true, status: true },
  })
  return docs.map(({ id, controlNumber, serviceDate, status }) => ({
    id: String(id),
    number: String(controlNumber ?? ''),
    serviceDate: String(serviceDate ?? ''),
    status: String(status),
    address: `/admin/claim-board?open=${id}`,
  }))
}
