import { formatDate } from '@/src/domain/calendarDate'
import { type Row, trimmedIn } from '@/src/domain/row'
import { labelIn } from '@/src/domain/sharing/codes'
import { recipientKinds, sharingPurposes } from '@/src/domain/sharing/recipients'
import { classWords } from '@/src/domain/sharing/recordClasses'
import { releaseKindOf } from '@/src/domain/sharing/releaseKinds'
import { rangeWords } from '@/src/domain/sharing/scope'
import { sha256 } from '@/src/lib/crypto'

const day = (row: Row, name: string): string | null => trimmedIn(row, name) || null

const covered = (release: Row): string => {
  const kind = trimmedIn(release, 'kind')
  if (kind === 'psychotherapyNotes') return 'Psychotherapy notes'
  if (kind === 'part2Counseling') return 'Substance use counseling notes'
  return classWords(release['classes']) || 'Nothing yet'
}

/** The facts of a release in the order of the form (45 CFR 164.508(c), 42 CFR 2.31(a)). */
export const releaseFacts = (release: Row, names: { practice: string; patient: string }) => [
  { label: 'Patient', text: names.patient },
  { label: 'Who may share', text: names.practice },
  { label: 'What', text: covered(release) },
  {
    label: 'From which time',
    text: rangeWords({ from: day(release, 'recordsFrom'), to: day(release, 'recordsTo') }),
  },
  {
    label: 'With whom',
    text: `${trimmedIn(release, 'recipientName')} (${labelIn(recipientKinds, release['recipientKind'])})`,
  },
  { label: 'Where to', text: trimmedIn(release, 'recipientAddress') },
  {
    label: 'What for',
    text: [labelIn(sharingPurposes, release['purposeCode']), trimmedIn(release, 'purpose')]
      .filter(Boolean)
      .join(': '),
  },
  {
    label: 'Until',
    text: day(release, 'expiresOn')
      ? formatDate(trimmedIn(release, 'expiresOn'))
      : 'I take it back',
  },
]

export const releaseStatements = (release: Row): readonly string[] =>
  releaseKindOf(release['kind'])?.statements ?? []

const signed = [
  'patient',
  'kind',
  'classes',
  'recordsFrom',
  'recordsTo',
  'recipientKind',
  'recipientName',
  'recipientAddress',
  'purposeCode',
  'purpose',
  'expiresOn',
]

/** SHA-256 of everything the signature stands for, the statements included. */
export const releaseHash = (release: Row): string =>
  sha256(
    JSON.stringify([
      ...signed.map((name) => [name, trimmedIn(release, name)]),
      releaseStatements(release),
    ]),
  )
