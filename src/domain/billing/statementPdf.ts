import type {
  StatementEnvelope,
  StatementLine,
  StatementModel,
} from '@/src/domain/billing/statement'
import { formatDate } from '@/src/domain/calendarDate'
import { formatMoney } from '@/src/domain/money'
import { makePdf, pageMargin } from '@/src/domain/pdf/makePdf'
import { printable } from '@/src/domain/pdf/printable'

const BOTTOM = 700
const ROW_HEIGHT = 18
/** Left edge and width of each column in points, on a letter page. */
const COLUMNS: readonly {
  title: string
  x: number
  width: number
  text: (line: StatementLine) => string
}[] = [
  { title: 'Date', x: 54, width: 75, text: (line) => formatDate(line.serviceDate) },
  { title: 'Service', x: 132, width: 130, text: (line) => line.label },
  { title: 'Charge', x: 264, width: 58, text: (line) => formatMoney(line.chargeCents) },
  { title: 'Insurance', x: 324, width: 58, text: (line) => formatMoney(line.insurancePaidCents) },
  { title: 'Adjusted', x: 384, width: 56, text: (line) => formatMoney(line.adjustmentCents) },
  { title: 'You paid', x: 442, width: 56, text: (line) => formatMoney(line.patientPaidCents) },
  { title: 'You owe', x: 500, width: 58, text: (line) => formatMoney(line.youOweCents) },
]

/**
 * The statement as a tagged PDF. The same model, envelope and creation date give the same bytes, so a
 * statement can be made again and compared with the one that was sent.
 */
export const statementPdf = (
  statement: StatementModel,
  { createdAt, envelope }: { createdAt: Date; envelope: StatementEnvelope },
): Promise<Uint8Array> =>
  makePdf(
    {
      title: `Statement ${statement.statementNumber}`,
      createdAt,
      ...(envelope.isNeutral ? {} : { author: statement.practice.name }),
    },
    (document, root) => {
      const section: Section = { document, root }
      writeHead(section, { statement, envelope })
      writeLines(section, statement.lines)
      writeTotals(section, statement)
      root.end()
    },
  )

type Section = { document: PDFKit.PDFDocument; root: PDFKit.PDFStructureElement }

type Head = { statement: StatementModel; envelope: StatementEnvelope }

const writeHead = (section: Section, { statement, envelope }: Head): void => {
  const { document } = section
  const { patient } = statement
  const [sender = '', ...place] = envelope.senderLines
  addText(section, 'H1', () => document.font('Helvetica-Bold').fontSize(16).text(printable(sender)))
  addText(section, 'P', () =>
    document
      .font('Helvetica')
      .fontSize(10)
      .text(printable(place.join('\n'))),
  )
  addText(section, 'H2', () =>
    document
      .moveDown()
      .font('Helvetica-Bold')
      .fontSize(13)
      .text(printable(`Statement ${statement.statementNumber}`)),
  )
  addText(section, 'P', () =>
    document
      .font('Helvetica')
      .fontSize(10)
      .text(
        printable(
          [patient.name, ...envelope.addressLines, `Account ${patient.account}`].join('\n'),
        ),
      )
      .moveDown()
      .text(`Statement date: ${formatDate(statement.statementDate)}`)
      .text(`Please pay by: ${formatDate(statement.dueDate)}`)
      .font('Helvetica-Bold')
      .text(`Amount due: ${formatMoney(statement.totalDueCents)}`)
      .moveDown(),
  )
}

const writeLines = ({ document, root }: Section, lines: readonly StatementLine[]): void => {
  const table = document.struct('Table')
  root.add(table)
  const row = (kind: 'TH' | 'TD', texts: readonly string[]) => {
    const { y } = document
    document.font(kind === 'TH' ? 'Helvetica-Bold' : 'Helvetica').fontSize(9)
    const cells = texts.map((text, index) => {
      const column = COLUMNS[index]
      const align = index < 2 ? 'left' : 'right'
      return document.struct(kind, {}, () => {
        document.text(printable(text), column?.x, y, {
          width: column?.width ?? 0,
          align,
          lineBreak: false,
        })
      })
    })
    table.add(document.struct('TR', {}, cells))
    document.x = pageMargin
    document.y = y + ROW_HEIGHT
  }
  const titles = COLUMNS.map((column) => column.title)
  row('TH', titles)
  for (const line of lines) {
    if (document.y > BOTTOM) {
      document.addPage()
      row('TH', titles)
    }
    row(
      'TD',
      COLUMNS.map((column) => column.text(line)),
    )
  }
  table.end()
}

const writeTotals = (section: Section, statement: StatementModel): void => {
  const { document } = section
  if (document.y > BOTTOM - 100) document.addPage()
  const aging = statement.aging
    .map((bucket) => `${bucket.label}: ${formatMoney(bucket.amountCents)}`)
    .join('   ')
  addText(section, 'P', () => {
    document.moveDown().font('Helvetica').fontSize(9).text(aging)
    if (statement.unappliedCents > 0)
      document.text(`Credit on your account: ${formatMoney(statement.unappliedCents)}`)
    document
      .moveDown()
      .font('Helvetica-Bold')
      .fontSize(12)
      .text(`Amount due: ${formatMoney(statement.totalDueCents)}`)
  })
  if (statement.waitingCount === 0) return
  const services =
    statement.waitingCount === 1 ? '1 service is' : `${statement.waitingCount} services are`
  addText(section, 'P', () =>
    document
      .font('Helvetica')
      .fontSize(9)
      .text(`${services} not listed because insurance has not answered yet.`),
  )
}

const addText = ({ document, root }: Section, tag: string, draw: () => void): void => {
  root.add(document.struct(tag, {}, () => draw()))
}
