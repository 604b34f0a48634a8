import type { PayloadRequest } from 'payload'
import { factReader } from '@/hooks/facts'
import { loadSettings } from '@/hooks/loadSettings'
import { countOf } from '@/src/domain/countOf'
import { type Row, trimmedIn } from '@/src/domain/row'
import { accountingOf, type Disclosed, yearsBefore } from '@/src/domain/sharing/accounting'
import type { AccountingLine, AccountingReport } from '@/src/domain/sharing/accountingPdf'
import { labelIn } from '@/src/domain/sharing/codes'
import { legalBases } from '@/src/domain/sharing/legalBases'
import { sharingPurposes } from '@/src/domain/sharing/recipients'
import { classWords } from '@/src/domain/sharing/recordClasses'
import { rangeWords } from '@/src/domain/sharing/scope'
import { practiceToday } from '@/src/lib/practiceZone'
import { letterheadFor, practiceOnPaper } from '../../letterheadFor'

type Kept = Disclosed & { row: Row }

const keptOf = (row: Row): Kept => ({
  id: String(row['id']),
  sentOn: trimmedIn(row, 'sentOn'),
  basis: trimmedIn(row, 'basis'),
  isCountable: row['isCountable'] === true,
  isPart2: row['isPart2'] === true,
  hiddenUntil: trimmedIn(row, 'hiddenUntil') || null,
  row,
})

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const lineOf = ({ row, sentOn, id }: Kept): AccountingLine => {
  const range = {
    from: trimmedIn(row, 'recordsFrom') || null,
    to: trimmedIn(row, 'recordsTo') || null,
  }
  const classes = classWords(row['classes'])
  return {
    id,
    sentOn,
    recipient: trimmedIn(row, 'recipientName'),
    address: trimmedIn(row, 'recipientAddress'),
    what: trimmedIn(row, 'what') || capital(`${classes}, ${rangeWords(range)}`),
    why: [labelIn(sharingPurposes, row['purposeCode']), trimmedIn(row, 'purpose')]
      .filter(Boolean)
      .join(': '),
    ground: labelIn(legalBases, row['basis']),
  }
}

/** Who got something of a patient's record, for the patient and for compliance (R63). */
export const readAccounting = async (
  req: PayloadRequest,
  patientId: string,
): Promise<AccountingReport> => {
  const read = factReader(req)
  const today = practiceToday()
  const { accountingYears: years } = await loadSettings(req, {})
  const since = yearsBefore(today, years)
  const rows = await read.many('disclosures', {
    and: [
      { patient: { equals: patientId } },
      { status: { equals: 'sent' } },
      { sentOn: { greater_than_equal: since } },
    ],
  })
  const plain = await Promise.all(rows.map((row) => read.text('disclosures', row)))
  const lists = accountingOf(plain.map(keptOf), { today, years })
  const [patient, practice] = await Promise.all([
    read.one('patients', patientId),
    read.global('practice'),
  ])
  const onPaper = practiceOnPaper(practice)
  const count = lists.countable.length + lists.part2.length + lists.released.length
  return {
    patient: trimmedIn(patient, 'displayName'),
    practice: onPaper,
    letterhead: await letterheadFor(read, {
      practice: { ...onPaper, addressLines: [onPaper.address] },
      isNeutral: patient?.['isNeutralOutside'] === true,
    }),
    madeOn: today,
    since,
    summary: `Report ready: ${countOf(count, 'disclosure')}.`,
    countable: lists.countable.map(lineOf),
    part2: lists.part2.map(lineOf),
    released: lists.released.map(lineOf),
  }
}
