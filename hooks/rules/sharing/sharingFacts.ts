import type { Change } from '@/hooks/change'
import { idIn, type Row, trimmedIn } from '@/src/domain/row'
import { needsRelease } from '@/src/domain/sharing/legalBases'
import type { FactReader } from '../rule'
import { findPart2Consent } from './part2Consent'

/** What is about to leave a chart, whether from the chart itself or for a request. */
export type Leaving = {
  patient: string
  basis: string
  recipientKind: string
  recipientName: string
  purposeCode: string
  purpose: string
  classes: string
  from: string | null
  to: string | null
  isPart2: boolean
}

export type SharingFacts = {
  leaving: Leaving
  /** The release it names; null without one. */
  release: Row | null
  /** The consent in force that opens Part 2 records to the recipient. */
  part2Consent: Row | null
}

/** Whether two names are written the same but for case and spaces around them. */
export const isSameName = (one: unknown, other: unknown): boolean => {
  const [first, second] = [one, other].map((name) =>
    String(name ?? '')
      .trim()
      .toLowerCase(),
  )
  return first === second
}

const leavingIn = ({ after }: Change): Leaving => ({
  patient: idIn(after, 'patient') ?? '',
  basis: trimmedIn(after, 'basis'),
  recipientKind: trimmedIn(after, 'recipientKind'),
  recipientName: trimmedIn(after, 'recipientName'),
  purposeCode: trimmedIn(after, 'purposeCode'),
  purpose: trimmedIn(after, 'purpose'),
  classes: trimmedIn(after, 'classes'),
  from: trimmedIn(after, 'recordsFrom') || null,
  to: trimmedIn(after, 'recordsTo') || null,
  isPart2: after['isPart2'] === true,
})

/** What the rules about sharing ask; the same for preparing, sending and answering a request. */
export const sharingFacts = async (read: FactReader, change: Change): Promise<SharingFacts> => {
  const leaving = leavingIn(change)
  const releaseId = needsRelease(leaving.basis) ? idIn(change.after, 'release') : null
  return {
    leaving,
    release: releaseId ? await read.one('releases', releaseId) : null,
    part2Consent: leaving.isPart2 ? await findPart2Consent(read, leaving) : null,
  }
}
