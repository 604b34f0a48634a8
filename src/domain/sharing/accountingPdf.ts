import { formatDate } from '../calendarDate'
import { type PdfPage, writePdf } from '../pdf/writePdf'
import { type Letterhead, signedBy } from '../people/letterhead'

export type AccountingLine = {
  id: string
  sentOn: string
  recipient: string
  address: string
  what: string
  why: string
  ground: string
}

export type AccountingReport = {
  patient: string
  practice: { name: string; address: string; phone: string }
  letterhead: Letterhead
  madeOn: string
  since: string
  /** "Report ready: 4 disclosures." */
  summary: string
  countable: readonly AccountingLine[]
  part2: readonly AccountingLine[]
  released: readonly AccountingLine[]
}

export const accountingTitles = {
  countable: 'Without your authorization, as the law allows or requires',
  part2: 'Records of substance use treatment, with your consent, in the last three years',
  released: 'With a release that you signed',
} as const

const writeLines = (page: PdfPage, title: string, lines: readonly AccountingLine[]): void => {
  page.heading(title)
  if (!lines.length) page.paragraph('None.')
  for (const line of lines) {
    page.subheading(`${formatDate(line.sentOn)}: ${line.recipient}`)
    page.facts([
      { label: 'Where', text: line.address },
      { label: 'What', text: line.what },
      { label: 'Why', text: line.why },
      { label: 'On what ground', text: line.ground },
    ])
  }
}

/** Who got something out of a chart, as a tagged PDF. */
export const accountingPdf = (report: AccountingReport): Promise<Uint8Array> =>
  writePdf(
    {
      title: `Accounting of disclosures: ${report.patient}`,
      author: signedBy(report.letterhead, report.practice.name),
      createdAt: new Date(`${report.madeOn}T12:00:00Z`),
      footer: [signedBy(report.letterhead, report.practice.name), 'Confidential', report.patient]
        .filter(Boolean)
        .join('   '),
    },
    (page) => {
      page.title('Accounting of disclosures')
      page.paragraph(report.letterhead.senderLines.join('\n'))
      page.facts([
        { label: 'Patient', text: report.patient },
        { label: 'Made on', text: formatDate(report.madeOn) },
        { label: 'From', text: formatDate(report.since) },
      ])
      page.paragraph(report.summary)
      for (const name of ['countable', 'part2', 'released'] as const)
        writeLines(page, accountingTitles[name], report[name])
      page.small(
        'Sharing for treatment, payment and the running of the practice, and what the patient received, is not listed (45 CFR 164.528).',
      )
    },
  )
