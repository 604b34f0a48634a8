import { makePdf, pageMargin } from './makePdf'
import { printable } from './printable'

const FOOT = 36

export type Fact = { label: string; text: string }

/** What a page is written with; every call is one tagged element, read in the order it was made. */
export type PdfPage = {
  title: (text: string) => void
  heading: (text: string) => void
  subheading: (text: string) => void
  paragraph: (text: string) => void
  /** A paragraph under a small label of its own. */
  labelled: (label: string, text: string) => void
  facts: (facts: readonly Fact[]) => void
  small: (text: string) => void
  newPage: () => void
}

type About = { title: string; author: string; createdAt: Date; footer: string }

type Tag = 'H1' | 'H2' | 'H3' | 'P'

type Style = {
  font: 'Helvetica' | 'Helvetica-Bold' | 'Helvetica-Oblique'
  size: number
  gap: number
}

const styles: Record<'title' | 'heading' | 'subheading' | 'text' | 'label' | 'small', Style> = {
  title: { font: 'Helvetica-Bold', size: 16, gap: 8 },
  heading: { font: 'Helvetica-Bold', size: 13, gap: 6 },
  subheading: { font: 'Helvetica-Bold', size: 11, gap: 3 },
  text: { font: 'Helvetica', size: 10, gap: 6 },
  label: { font: 'Helvetica-Bold', size: 10, gap: 1 },
  small: { font: 'Helvetica-Oblique', size: 9, gap: 6 },
}

/** Each page says whose it is and which it is; screen readers pass over it. */
const writeFooters = (document: PDFKit.PDFDocument, footer: string): void => {
  const { start, count } = document.bufferedPageRange()
  for (let index = start; index < start + count; index += 1) {
    document.switchToPage(index)
    const bottom = document.page.margins.bottom
    document.page.margins.bottom = 0
    document.markContent('Artifact', { type: 'Pagination' })
    document
      .font('Helvetica')
      .fontSize(8)
      .text(
        printable([footer, `Page ${index + 1} of ${count}`].filter(Boolean).join('   ')),
        pageMargin,
        document.page.height - FOOT,
        {
          lineBreak: false,
        },
      )
    document.endMarkedContent()
    document.page.margins.bottom = bottom
  }
}

/** A PDF of titles, paragraphs and facts, with a foot on every page; see makePdf. */
export const writePdf = (
  { footer, ...about }: About,
  write: (page: PdfPage) => void,
): Promise<Uint8Array> =>
  makePdf({ ...about, isBuffered: true }, (document, root) => {
    const put = (tag: Tag, style: Style, text: string): void => {
      if (!text.trim()) return
      root.add(
        document.struct(tag, {}, () => {
          document.font(style.font).fontSize(style.size).text(printable(text))
        }),
      )
      document.y += style.gap
    }
    // A heading alone at the foot of a page helps nobody.
    const keepTogether = (points: number): void => {
      if (document.y > document.page.height - pageMargin - points) document.addPage()
    }
    write({
      title: (text) => put('H1', styles.title, text),
      heading: (text) => {
        keepTogether(90)
        document.y += 6
        put('H2', styles.heading, text)
      },
      subheading: (text) => {
        keepTogether(60)
        document.y += 4
        put('H3', styles.subheading, text)
      },
      paragraph: (text) => put('P', styles.text, text),
      labelled: (label, text) => {
        if (!text.trim()) return
        keepTogether(40)
        put('P', styles.label, label)
        put('P', styles.text, text)
      },
      facts: (facts) =>
        put(
          'P',
          styles.text,
          facts
            .filter(({ text }) => text.trim())
            .map(({ label, text }) => `${label}: ${text}`)
            .join('\n'),
        ),
      small: (text) => put('P', styles.small, text),
      newPage: () => {
        document.addPage()
      },
    })
    root.end()
    writeFooters(document, footer)
  })
