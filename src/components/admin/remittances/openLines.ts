import { formatDate } from '@/src/domain/calendarDate'
import { callApi } from '../actions/callApi'

/** A line of a claim that a payer has not answered, as the paper names it. */
export type OpenLine = {
  id: string
  claim: string
  title: string
  code: string
  modifiers: string[]
  serviceDate: string
  lineNumber: string
  chargeCents: number
}

type Claim = {
  id: string
  controlNumber: string
  patient: { displayName?: string } | string | null
}

type Line = {
  id: string
  claim: string
  code: string
  modifiers?: string | null
  serviceDate: string
  lineControlNumber: string
  chargeCents: number
}

// Their ids have to fit into one address.
const atOnce = 100
/** No payer leaves more than that unanswered. */
const mostPages = 20

type Page<T> = { docs: T[]; hasNextPage?: boolean }

const list = async <T>(path: string): Promise<Page<T>> => {
  const answer = await callApi(path, { method: 'GET' })
  return answer.ok ? (answer.body as unknown as Page<T>) : { docs: [] } // Payload's list
}

const linesOf = async (claims: readonly Claim[]): Promise<OpenLine[]> => {
  const ids = claims.map(({ id }) => id).join(',')
  const { docs } = await list<Line>(
    `/api/claim-lines?where[claim][in]=${ids}&sort=serviceDate&limit=1000&depth=0`,
  )
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  return docs.flatMap((line) => {
    const claim = byId.get(line.claim)
    if (!claim) return []
    const patient = typeof claim.patient === 'object' ? claim.patient?.displayName : ''
    return [
      {
        id: line.id,
        claim: claim.id,
        title: `${patient ?? ''} ${claim.controlNumber}, ${formatDate(line.serviceDate)}`.trim(),
        code: line.code,
        modifiers: (line.modifiers ?? '').split(' ').filter(Boolean),
        serviceDate: line.serviceDate,
        lineNumber: line.lineControlNumber,
        chargeCents: line.chargeCents,
      },
    ]
  })
}

/** What waits for an answer of a payer, the oldest first. */
export const readOpenLines = async (payer: string): Promise<OpenLine[]> => {
  const found: OpenLine[] = []
  for (let page = 1; page <= mostPages; page++) {
    const { docs, hasNextPage } = await list<Claim>(
      `/api/claims?where[payer][equals]=${payer}&where[status][in]=submitted,accepted&sort=serviceDate,id&limit=${atOnce}&page=${page}&depth=1&select[controlNumber]=true&select[patient]=true&populate[patients][displayName]=true`,
    )
    if (docs.length) found.push(...(await linesOf(docs)))
    if (!hasNextPage) break
  }
  return found
}
