import { numberIn, type StoredRow, textIn } from '@/src/domain/row'
import type { PortalVisit } from './portalRequest'
import { findRows } from './rows'

type PaperState = 'open' | 'done' | 'waived'

/** One thing to read, sign or fill in. */
export type Paper = {
  key: string
  title: string
  state: PaperState
  /** When it was done, as an instant; empty while it is open. */
  doneAt: string
  /** Null when there is nothing to open, for instance a paper the practice waived. */
  href: string | null
}

const hrefs = {
  consent: '/portal/papers/consent',
  measure: '/portal/papers/questionnaire',
  history: '/portal/papers/history',
  details: '/portal/papers/details',
  insuranceCard: '/portal/papers/insurance',
  emergencyContact: '/portal/papers/emergency-contact',
} as const

const consentState = (row: StoredRow): PaperState =>
  textIn(row, 'status') === 'pending' ? 'open' : 'done'

const paperOfConsent = (row: StoredRow): Paper => ({
  key: `consent ${row.id}`,
  title: textIn(row, 'title') || 'A text to sign',
  state: consentState(row),
  doneAt: textIn(row, 'signedAt') || textIn(row, 'refusedAt'),
  href: `${hrefs.consent}/${row.id}`,
})

const paperOfResponse = (title: string, row: StoredRow): Paper => ({
  key: `measure ${row.id}`,
  title,
  state: textIn(row, 'status') === 'assigned' ? 'open' : 'done',
  doneAt: textIn(row, 'submittedAt'),
  href: `${hrefs.measure}/${row.id}`,
})

const stateOf = (item: StoredRow): PaperState => {
  const status = textIn(item, 'status')
  return status === 'done' || status === 'waived' ? status : 'open'
}

type Sources = { consents: readonly StoredRow[]; responses: readonly StoredRow[] }

/** An item of the packet with the record it asks for, where that is a record of its own. */
const paperOfItem = (item: StoredRow, { consents, responses }: Sources): Paper => {
  const reference = textIn(item, 'reference')
  const paper: Paper = {
    key: `item ${item.id}`,
    title: textIn(item, 'title'),
    state: stateOf(item),
    doneAt: textIn(item, 'doneAt'),
    href: null,
  }
  if (paper.state === 'waived') return paper
  switch (textIn(item, 'kind')) {
    case 'consent': {
      const consent = consents.find((row) => textIn(row, 'kind') === reference)
      return { ...paper, href: consent ? `${hrefs.consent}/${consent.id}` : null }
    }
    case 'measure': {
      const named = responses.filter((row) => textIn(row, 'measureId') === reference)
      const open = named.find((row) => textIn(row, 'status') === 'assigned')
      const row = paper.state === 'open' ? open : (named.at(-1) ?? open)
      return { ...paper, href: row ? `${hrefs.measure}/${row.id}` : null }
    }
    case 'history':
      return { ...paper, href: hrefs.history }
    case 'details':
      return { ...paper, href: hrefs.details }
    case 'insuranceCard':
      return { ...paper, href: hrefs.insuranceCard }
    case 'emergencyContact':
      return { ...paper, href: hrefs.emergencyContact }
    default:
      return paper
  }
}

const byOrder = (a: StoredRow, b: StoredRow): number => numberIn(a, 'order') - numberIn(b, 'order')

/** Everything the patient has been asked for, the packet first, then what came later. */
export const readPapers = async ({ req }: PortalVisit): Promise<Paper[]> => {
  const [items, consents, responses] = await Promise.all([
    findRows(req, 'packet-items'),
    findRows(req, 'consents', { sort: '-version' }),
    findRows(req, 'measure-responses', { sort: '-assignedAt' }),
  ])
  const packet = [...items].sort(byOrder).map((item) => paperOfItem(item, { consents, responses }))
  const known = new Set(packet.map(({ href }) => href))
  const later = [
    ...consents.map(paperOfConsent),
    ...responses.map((row) => paperOfResponse(`${textIn(row, 'measureId')} questionnaire`, row)),
  ]
  return [...packet, ...later.filter(({ href }) => !known.has(href))]
}

export const isOpen = (paper: Paper): boolean => paper.state === 'open' && paper.href !== null

export type PaperPlace = { position: number; total: number; nextHref: string }

/** Where one paper stands among those of the list, and what follows it. */
export const placeOf = (papers: readonly Paper[], href: string): PaperPlace => {
  const index = papers.findIndex((paper) => paper.href === href)
  const after = [...papers.slice(index + 1), ...papers.slice(0, Math.max(index, 0))]
  return {
    position: index + 1,
    total: papers.length,
    nextHref: after.find(isOpen)?.href ?? '/portal/papers',
  }
}
