import { remittanceKey } from '@/src/domain/billing/remittance'
import type { X12Finding, X12Transaction } from '@/src/domain/billing/x12/envelope'
import { readInterchanges, transactionsOfType } from '@/src/domain/billing/x12/interchange'
import { read835 } from '@/src/domain/billing/x12/read835'
import type { Remittance835 } from '@/src/domain/billing/x12/remittanceTypes'
import { sha256 } from '@/src/lib/crypto'
import { Refusal } from '@/src/lib/errors'

export type ReadRemittance = {
  remittance: Remittance835
  position: number
  /** The same payment explanation has the same key, whatever envelope it came in. */
  contentKey: string
  paymentKey: string
}

const isSame = (a: X12Finding, b: X12Finding): boolean =>
  a.code === b.code && a.segmentNumber === b.segmentNumber && a.message === b.message

/**
 * ST and SE carry numbers of the envelope, which differ when a file is fetched again. A file that is not whole
 * is another than the whole one, even where only its end is missing.
 */
const contentKeyOf = (
  { text, start, end, delimiters }: X12Transaction,
  findings: readonly X12Finding[],
): string => {
  const segments = text
    .slice(start, end)
    .split(delimiters.segment)
    .map((segment) => segment.trim())
    .filter((segment) => segment && !/^(ST|SE)\W/.test(segment))
  const errors = findings.filter(({ level }) => level === 'error').map(({ code }) => code)
  return sha256([...segments, ...errors].join('\n'))
}

/**
 * Every 835 transaction of a file. What is wrong with the file as a whole counts against each of them,
 * so that nothing posts from a file that is not whole. Throws a Refusal when there is none.
 */
export const readRemittanceFile = (text: string): ReadRemittance[] => {
  const file = readInterchanges(text)
  const transactions = transactionsOfType(file, '835')
  if (!transactions.length) {
    const [problem] = file.findings.filter((finding) => finding.level === 'error')
    throw new Refusal('invalid', [
      {
        path: 'text',
        message: `${problem ? `This is not a remittance that can be read. ${problem.message}` : 'This file holds no remittance (835).'} Choose the 835 file of the payer or the clearinghouse: it begins with ISA.`,
      },
    ])
  }
  const own = transactions.flatMap((transaction) => transaction.findings)
  const ofFile = file.findings.filter(
    (finding) => finding.level === 'error' && !own.some((each) => isSame(each, finding)),
  )
  return transactions.map((transaction, position) => {
    const remittance = read835(transaction)
    const missing = ofFile.filter(
      (finding) => !remittance.findings.some((each) => isSame(each, finding)),
    )
    const findings = [...remittance.findings, ...missing]
    return {
      remittance: { ...remittance, findings },
      position,
      contentKey: contentKeyOf(transaction, findings),
      paymentKey: remittanceKey(remittance),
    }
  })
}

/** The one transaction of a stored remittance. */
export const remittanceAt = (text: string, contentKey: string): Remittance835 => {
  const found = readRemittanceFile(text).find((each) => each.contentKey === contentKey)
  if (!found) throw new Error('The stored remittance does not hold its own transaction.')
  return found.remittance
}
