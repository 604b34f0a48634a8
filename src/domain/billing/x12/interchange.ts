import {
  decodeX12,
  findStart,
  readDelimiters,
  type X12Delimiters,
} from '@/src/domain/billing/x12/delimiters'
import type { X12File, X12Interchange, X12Transaction } from '@/src/domain/billing/x12/envelope'
import { EnvelopeReader } from '@/src/domain/billing/x12/envelopeReader'
import { SegmentCursor, segmentsOf, type X12Segment } from '@/src/domain/billing/x12/segments'

/** Remittances of large payers are some ten megabytes; beyond this the import must be split. */
export const MAX_X12_BYTES = 100 * 1024 * 1024

const [A, E, G, I, S, T] = [65, 69, 71, 73, 83, 84]

/**
 * Reads every interchange of an X12 file. Never throws on what a file may hold: whatever is wrong
 * becomes a finding, in the list and, when it concerns a transaction, on that transaction as well.
 */
export const readInterchanges = (input: Uint8Array | string): X12File => {
  const reader = new EnvelopeReader()
  const decoded = decodeX12(input, MAX_X12_BYTES)
  if (!decoded.ok) {
    reader.report('error', decoded.code, decoded.message)
    return reader.finish()
  }
  const { text, finding } = decoded
  if (finding) reader.report('warning', finding.code, finding.message)
  const start = findStart(text)
  if (start < 0) {
    reader.report('error', 'NO_X12', 'This file holds no X12 interchange: no ISA or ST was found.')
    return reader.finish()
  }
  if (/[^\s\uFEFF]/.test(text.slice(0, start))) {
    reader.report('warning', 'LEADING_TEXT', 'Text before the first segment was left out.')
  }
  walk({ text, start, reader })
  return reader.finish()
}

/** All segments of an interchange in the order they came. */
export const allSegments = (interchange: X12Interchange): X12Segment[] => {
  const list = interchange.isa ? [interchange.isa] : []
  list.push(...interchange.acknowledgments)
  for (const group of interchange.groups) {
    if (group.gs) list.push(group.gs)
    for (const transaction of group.transactions) {
      for (const segment of segmentsOf(transaction)) list.push(segment)
    }
    if (group.ge) list.push(group.ge)
  }
  if (interchange.iea) list.push(interchange.iea)
  return list
}

/** The transactions of one type ('835', '837') of a file, in order. */
export const transactionsOfType = (file: X12File, type: string): X12Transaction[] =>
  file.interchanges.flatMap((interchange) =>
    interchange.groups.flatMap((group) =>
      group.transactions.filter((transaction) => transaction.type === type),
    ),
  )

const walk = (source: { text: string; start: number; reader: EnvelopeReader }): void => {
  const { text, reader } = source
  const cursor = new SegmentCursor(text, source.start, text.length)
  let delimiters: X12Delimiters | null = null
  let separator = 0
  while (cursor.skipBlanks()) {
    const { start } = cursor
    if (delimiters === null || startsInterchange(text, start)) {
      const read = readDelimiters(text, start)
      delimiters = read.delimiters
      separator = delimiters.element.charCodeAt(0)
      reader.openSource(text, delimiters)
      for (const finding of read.findings)
        reader.report(finding.level, finding.code, finding.message, 1)
    }
    cursor.take(delimiters.segment)
    const { end } = cursor
    if (!cursor.isTerminated) {
      reader.report(
        'warning',
        'NO_TERMINATOR',
        'The last segment of the file has no terminator.',
        1,
      )
    }
    if (end === start) {
      reader.report('warning', 'EMPTY_SEGMENT', 'An empty segment was left out.')
    } else if (reader.isInTransaction && !isEnvelope(text, start, separator)) {
      reader.skip(end)
    } else {
      reader.add(text.slice(start, end).split(delimiters.element), { start, end })
    }
  }
}

const startsInterchange = (text: string, start: number): boolean =>
  text.charCodeAt(start) === I &&
  text.charCodeAt(start + 1) === S &&
  text.charCodeAt(start + 2) === A

/** ISA, IEA, GS, GE, ST, SE: everything else inside a transaction is its content. */
const isEnvelope = (text: string, start: number, separator: number): boolean => {
  const first = text.charCodeAt(start)
  if (first === I) {
    const second = text.charCodeAt(start + 1)
    return second === S || second === E
  }
  if (first !== S && first !== G) return false
  const second = text.charCodeAt(start + 1)
  if (second !== E && second !== (first === S ? T : S)) return false
  return text.charCodeAt(start + 2) === separator
}
