import { type PdfPage, writePdf } from '../pdf/writePdf'
import type { ChartEntry, ChartModel } from './chartModel'

const writeEntry = (page: PdfPage, entry: ChartEntry): void => {
  page.subheading(entry.title)
  if (entry.isPart2) page.small('Part 2 record: see the notice at the beginning.')
  page.facts(entry.facts)
  for (const { label, text } of entry.texts) page.labelled(label, text)
  for (const line of entry.signatures) page.small(line)
}

const writePart2 = (page: PdfPage, { part2 }: ChartModel): void => {
  if (!part2) return
  page.heading('Notice: records protected by 42 CFR part 2')
  page.paragraph(part2.notice)
  if (!part2.consent.length) return
  page.heading('Copy of the consent')
  page.facts(part2.consent)
  for (const statement of part2.statements) page.paragraph(statement)
}

/** Records as a tagged PDF: who it is for, the notice where it is due, then part by part in order of time. */
export const chartPdf = (chart: ChartModel, createdAt: Date): Promise<Uint8Array> =>
  writePdf(
    {
      title: `Records of ${chart.patient.name}`,
      author: chart.practice.name,
      createdAt,
      footer: `${chart.practice.name}   Confidential   ${chart.patient.name}`,
    },
    (page) => {
      page.title(`Records of ${chart.patient.name}`)
      page.paragraph(
        [chart.practice.name, chart.practice.address, chart.practice.phone]
          .filter(Boolean)
          .join('\n'),
      )
      page.facts([{ label: 'Born', text: chart.patient.born }, ...chart.about])
      writePart2(page, chart)
      for (const { title, entries } of chart.sections) {
        page.heading(title)
        if (!entries.length) page.paragraph('Nothing of these dates.')
        for (const entry of entries) writeEntry(page, entry)
      }
    },
  )
