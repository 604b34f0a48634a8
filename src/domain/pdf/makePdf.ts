import { printable } from './printable'

/** On all four sides, in points. */
export const pageMargin = 54

export type PdfSettings = {
  title: string
  createdAt: Date
  /** Left out where the letter must not tell whom it is from. */
  author?: string
  /** Pages stay at hand until the end, to be written on again. */
  isBuffered?: boolean
}

/**
 * A tagged PDF of letter pages, written by `write` as elements of its root; the same words and creation
 * date give the same bytes. Its package is loaded with the first document.
 */
export const makePdf = async (
  { title, createdAt, author, isBuffered = false }: PdfSettings,
  write: (document: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement) => void,
): Promise<Uint8Array> => {
  const { default: PDFDocument } = await import('pdfkit')
  const document = new PDFDocument({
    size: 'LETTER',
    margin: pageMargin,
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    pdfVersion: '1.7',
    bufferPages: isBuffered,
    info: {
      Title: printable(title),
      CreationDate: createdAt,
      ...(author ? { Author: printable(author) } : {}),
    },
  })
  const chunks: Uint8Array[] = []
  const finished = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.on('error', reject)
  })
  const root = document.struct('Document')
  document.addStructure(root)
  write(document, root)
  document.end()
  return finished
}
