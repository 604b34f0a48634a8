import { countOf } from '@/src/domain/countOf'
import { formatDate } from '../calendarDate'
import { makePdf } from '../pdf/makePdf'
import { printable } from '../pdf/printable'

export type CertificateLine = {
  /** Id of the chart; its name is destroyed with it. */
  chart: string
  lastServiceOn: string
  basis: string
  rows: number
  files: number
  keys: number
  destroyedAt: string
}

export type Certificate = {
  practice: string
  number: string
  madeOn: string
  approvals: readonly { role: string; name: string; at: string }[]
  finishedAt: string
  lines: readonly CertificateLine[]
  notDestroyed: number
}

const method =
  'The encryption keys of each chart were destroyed first, so that no copy of its texts and files in this system can be read; then its records and files were deleted and the name and address of the patient emptied. The access log keeps who saw what, by number. Backups made before the day of destruction still hold these charts until they are let go.'

/** What a certificate says, in order. */
const certificateTexts = (certificate: Certificate): string[] => [
  `List of ${formatDate(certificate.madeOn)}, finished ${certificate.finishedAt}.`,
  ...certificate.approvals.map(({ role, name, at }) => `Approved as ${role} by ${name}, ${at}.`),
  method,
  `${countOf(certificate.lines.length, 'chart')} destroyed${certificate.notDestroyed ? `, ${certificate.notDestroyed} kept` : ''}.`,
  ...certificate.lines.map(
    ({ chart, lastServiceOn, basis, rows, files, keys, destroyedAt }) =>
      `Chart ${chart}: last service ${lastServiceOn || 'not known'}, ${basis}; ${countOf(rows, 'record')}, ${countOf(files, 'file')} and ${countOf(keys, 'key')}, ${destroyedAt}.`,
  ),
]

/** The certificate as a tagged PDF; the same certificate gives the same bytes. */
export const certificatePdf = (
  certificate: Certificate,
  { createdAt }: { createdAt: Date },
): Promise<Uint8Array> => {
  const title = `Certificate of destruction ${certificate.number}`
  return makePdf({ title, createdAt }, (document, root) => {
    const add = (tag: string, text: string, size: number): void => {
      root.add(
        document.struct(tag, {}, () => {
          document
            .font(tag === 'H1' ? 'Helvetica-Bold' : 'Helvetica')
            .fontSize(size)
            .text(printable(text))
            .moveDown()
        }),
      )
    }
    add('H1', title, 16)
    add('P', certificate.practice, 11)
    for (const text of certificateTexts(certificate)) add('P', text, 10)
    root.end()
  })
}
