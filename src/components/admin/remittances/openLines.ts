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

const most = 100

const list = async <Row>(path: string): Promise<Row[]> => {
  const answer = await callApi(path, { method: 'GET' })
  return answer.ok ? (answer.body['docs'] as Row[]) : [] // Payload's list
}

/** What waits for an answer of a payer, the oldest first. */
export const readOpenLines = async (payer: string): Promise<OpenLine[]> => {
  const claims = await list<Claim>(
    `/api/claims?where[payer][equals]=${payer}&where[status][in]=submitted,accepted&sort=serviceDate&limit=${most}&depth=1&select[controlNumber]=true&select[patient]=true&populate[patients][displayName]=true`,
  )
  if (!claims.length) return []
  const lines = await list<Line>(
    `/api/claim-lines?where[claim][in]=${claims.map(({ id }) => id).join(',')}&sort=serviceDate&limit=500&depth=0`,
  )
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  return lines.flatMap((line) => {
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
