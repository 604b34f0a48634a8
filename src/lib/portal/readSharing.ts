import { formatDate } from '@/src/domain/calendarDate'
import { type StoredRow, textIn } from '@/src/domain/row'
import { classWords } from '@/src/domain/sharing/recordClasses'
import { isInForce, releaseKindOf, whyNotInForce } from '@/src/domain/sharing/releaseKinds'
import { practiceDayOf, practiceToday } from '../practiceZone'
import type { PortalVisit } from './portalRequest'
import { findRows } from './rows'

export type ReleaseState = 'toSign' | 'inForce' | 'over'

/** A release as its patient sees it in a list. */
export type ShownRelease = {
  id: string
  recipient: string
  what: string
  state: ReleaseState
  /** "Until Oct 1, 2026", "Taken back on Apr 14, 2026". */
  words: string
}

const dayOf = (instant: string): string | null => (instant ? practiceDayOf(instant) : null)

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Where a release stands today, and the sentence for it. */
export const standingOf = (release: StoredRow): Pick<ShownRelease, 'state' | 'words'> => {
  const status = textIn(release, 'status')
  const expiresOn = textIn(release, 'expiresOn') || null
  const until = expiresOn ? `Until ${formatDate(expiresOn)}` : 'Until you take it back'
  if (isInForce({ status, expiresOn }, practiceToday())) return { state: 'inForce', words: until }
  if (status === 'pending') return { state: 'toSign', words: 'Waits for your signature' }
  const revokedOn = dayOf(textIn(release, 'endedAt'))
  return { state: 'over', words: capital(whyNotInForce({ status, expiresOn, revokedOn })) }
}

/** What a release covers, in words. */
export const coverOf = (release: StoredRow): string =>
  capital(classWords(release['classes'])) ||
  (releaseKindOf(textIn(release, 'kind'))?.label ?? 'Records')

export const readReleases = async ({ req }: PortalVisit): Promise<ShownRelease[]> => {
  const rows = await findRows(req, 'releases', { sort: '-preparedAt' })
  return rows
    .filter((row) => textIn(row, 'status') !== 'cancelled')
    .map((row) => ({
      id: row.id,
      recipient: textIn(row, 'recipientName'),
      what: coverOf(row),
      ...standingOf(row),
    }))
}

/** A file with the patient's own records, as long as it can be taken. */
export type ReadyFile = { id: string; isReady: boolean; until: string }

export const readFiles = async ({ req }: PortalVisit): Promise<ReadyFile[]> => {
  const rows = await findRows(req, 'chart-exports', {
    where: { status: { in: ['waiting', 'building', 'ready', 'failed'] } },
    sort: '-askedAt',
  })
  return rows.map((row) => {
    const until = dayOf(textIn(row, 'expiresAt'))
    return {
      id: row.id,
      isReady: textIn(row, 'status') === 'ready',
      until: until ? formatDate(until) : '',
    }
  })
}
