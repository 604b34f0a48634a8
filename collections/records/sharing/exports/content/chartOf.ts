import type { BasePayload } from 'payload'
import type { LocalApi } from '@/access/asSystem'
import type { View } from '@/access/proxyView'
import { factReader } from '@/hooks/facts'
import { formatDate } from '@/src/domain/calendarDate'
import type { Fact } from '@/src/domain/pdf/writePdf'
import { idIn, type Row, type StoredRow, textIn } from '@/src/domain/row'
import type { ChartEntry, ChartModel, ChartSection } from '@/src/domain/sharing/chartModel'
import { labelIn } from '@/src/domain/sharing/codes'
import { legalBases } from '@/src/domain/sharing/legalBases'
import { part2Notice } from '@/src/domain/sharing/part2'
import { sharingPurposes } from '@/src/domain/sharing/recipients'
import { classesIn, recordClasses } from '@/src/domain/sharing/recordClasses'
import { rangeWords } from '@/src/domain/sharing/scope'
import { practiceToday } from '@/src/lib/practiceZone'
import { practiceOnPaper } from '../../../letterheadFor'
import { amendmentStatements } from '../../amendments/amendmentStatements'
import { releaseFacts, releaseStatements } from '../../releases/releaseText'
import { entryOf } from './entryOf'
import type { Content } from './readContent'

const identityColumns: readonly [string, string][] = [
  ['displayName', 'Name used'],
  ['firstName', 'First name'],
  ['lastName', 'Last name'],
  ['dateOfBirth', 'Date of birth'],
  ['pronouns', 'Pronouns'],
  ['phone', 'Phone'],
  ['email', 'E-mail'],
  ['addressLine1', 'Address'],
  ['city', 'City'],
  ['region', 'State'],
  ['postalCode', 'ZIP'],
  ['preferredLanguage', 'Language'],
]

const identity = (patient: Row): ChartEntry => ({
  title: 'The patient',
  facts: identityColumns.map(([name, label]) => ({ label, text: textIn(patient, name) })),
  texts: [],
  signatures: [],
  isPart2: patient['isPart2'] === true,
})

/** Records of one part, each followed by what was added to it. */
const entriesOf = (payload: BasePayload, contents: readonly Content[]): ChartEntry[] => {
  const under = (slug: string, id: string): ChartEntry[] =>
    contents
      .filter(({ spec }) => spec.under?.slug === slug)
      .flatMap(({ spec, rows }) =>
        rows
          .filter((row) => idIn(row, spec.under?.column ?? '') === id)
          .map((row) => entryOf(payload, spec, row)),
      )
  return contents
    .filter(({ spec }) => !spec.under)
    .flatMap(({ spec, rows }) =>
      rows.flatMap((row: StoredRow) => [entryOf(payload, spec, row), ...under(spec.slug, row.id)]),
    )
}

const sectionsOf = (
  payload: BasePayload,
  { classes, patient, contents }: { classes: string; patient: Row; contents: readonly Content[] },
): ChartSection[] =>
  classesIn(classes).map((code) => ({
    title: labelIn(recordClasses, code),
    entries:
      code === 'identity'
        ? [identity(patient)]
        : entriesOf(
            payload,
            contents.filter(({ spec }) => spec.of === code),
          ),
  }))

const aboutOf = (disclosure: Row): Fact[] => [
  { label: 'Put together on', text: formatDate(practiceToday()) },
  { label: 'For', text: textIn(disclosure, 'recipientName') },
  {
    label: 'What for',
    text: [labelIn(sharingPurposes, disclosure['purposeCode']), textIn(disclosure, 'purpose')]
      .filter(Boolean)
      .join(': '),
  },
  { label: 'On what ground', text: labelIn(legalBases, disclosure['basis']) },
  {
    label: 'Dates',
    text: rangeWords({
      from: textIn(disclosure, 'recordsFrom') || null,
      to: textIn(disclosure, 'recordsTo') || null,
    }),
  },
]

/** The notice, and the consent in the words in which it was signed (42 CFR 2.32). */
const part2Of = async (
  system: LocalApi,
  { disclosure, names }: { disclosure: Row; names: { practice: string; patient: string } },
): Promise<ChartModel['part2']> => {
  const isOwn = disclosure['basis'] === 'individual'
  if (disclosure['isPart2'] !== true || isOwn) return null
  const read = factReader(system.req)
  const row = await read.one('releases', idIn(disclosure, 'part2Consent'))
  const consent = row ? await read.text('releases', row) : null
  if (!consent) return { notice: part2Notice, consent: [], statements: [] }
  const signed = `${textIn(consent, 'signerName')}, ${textIn(consent, 'signedAt').slice(0, 10)}`
  return {
    notice: part2Notice,
    consent: [...releaseFacts(consent, names), { label: 'Signed by', text: signed }],
    statements: releaseStatements(consent),
  }
}

type Printed = {
  disclosure: Row
  contents: readonly Content[]
  /** Who acts for the patient and gets what they may read; null where it is for anybody else. */
  viewer?: { account: string; view: View } | null
}

/** Everything that leaves with a disclosure, in the order in which it is printed. */
export const chartOf = async (
  system: LocalApi,
  { disclosure, contents, viewer }: Printed,
): Promise<ChartModel> => {
  const read = factReader(system.req)
  const patient = (await read.one('patients', idIn(disclosure, 'patient'))) ?? {}
  const practice = await read.global('practice')
  const names = { practice: textIn(practice, 'name'), patient: textIn(patient, 'displayName') }
  const born = textIn(patient, 'dateOfBirth')
  const shown = viewer ? viewer.view('patients', patient as StoredRow) : patient // of the database
  return {
    practice: practiceOnPaper(practice),
    patient: { name: names.patient, born: born ? formatDate(born) : '' },
    about: aboutOf(disclosure),
    sections: [
      ...sectionsOf(system.req.payload, {
        classes: textIn(disclosure, 'classes'),
        patient: shown ?? {},
        contents,
      }),
      ...(await amendmentStatements(read, {
        patient: idIn(disclosure, 'patient'),
        classes: disclosure['classes'],
        withPart2: disclosure['isPart2'] === true,
        account: viewer?.account ?? null,
      })),
    ],
    part2: await part2Of(system, { disclosure, names }),
  }
}
