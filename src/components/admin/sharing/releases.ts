import type { PayloadRequest } from 'payload'
import { formatDate } from '@/src/domain/calendarDate'
import { classWords } from '@/src/domain/sharing/recordClasses'
import { isInForce, releaseKindOf } from '@/src/domain/sharing/releaseKinds'
import { practiceToday } from '@/src/lib/practiceZone'
import type { OfferedAction } from '../actions/types'
import { type Row, readRows, textIn } from '../page/read'

export const holdsToday = (release: Row): boolean =>
  isInForce(
    { status: textIn(release, 'status'), expiresOn: textIn(release, 'expiresOn') || null },
    practiceToday(),
  )

/** Releases of these patients that hold today, in one question. */
export const readReleases = async (
  req: PayloadRequest,
  patients: readonly string[],
): Promise<Row[]> => {
  const rows = await readRows(req, 'releases', {
    where: { and: [{ patient: { in: [...patients] } }, { status: { equals: 'active' } }] },
    limit: 500,
  })
  return rows.filter(holdsToday)
}

/** "treatment plans and diagnoses", or what a form that stands alone is about. */
export const coveredBy = (release: Row): string =>
  classWords(release['classes']) || (releaseKindOf(textIn(release, 'kind'))?.label ?? '')

const nameOf = (release: Row): string => {
  const until = textIn(release, 'expiresOn')
  const end = until ? `until ${formatDate(until)}` : 'until taken back'
  return `${textIn(release, 'recipientName')}: ${coveredBy(release)}, ${end}`
}

/** The same action, with the patient's releases in force to choose from instead of everybody's. */
export const withReleases = (
  action: OfferedAction | null,
  releases: readonly Row[],
): OfferedAction | null =>
  action && {
    ...action,
    fields: action.fields.map((field) => {
      if (field.name !== 'release') return field
      const { relationTo: _everybody, ...rest } = field
      return {
        ...rest,
        type: 'select',
        options: releases.map((release) => ({ value: release.id, label: nameOf(release) })),
        help: releases.length
          ? field.help
          : 'No release of this patient is in force. Make one under Releases first.',
      }
    }),
  }
