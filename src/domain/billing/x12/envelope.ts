import type { X12Delimiters } from '@/src/domain/billing/x12/delimiters'
import type { X12Segment, X12Span } from '@/src/domain/billing/x12/segments'

export type X12Finding = {
  /** An error means the content cannot be trusted to be whole; nothing may be posted from it. */
  level: 'error' | 'warning'
  code: string
  /** Counted from 1 over the whole file; 0 when the finding is about the file itself. */
  segmentNumber: number
  message: string
}

/** A transaction from ST to SE, as far as present; `segmentsOf` splits it. */
export type X12Transaction = X12Span & {
  /** ST01, for example '835'. */
  type: string
  controlNumber: string
  /** ST03, or GS08 where the transaction has no ST03 (835). */
  version: string
  firstSegmentNumber: number
  segmentCount: number
  findings: X12Finding[]
}

export type X12Group = {
  gs: X12Segment | null
  transactions: X12Transaction[]
  ge: X12Segment | null
}

export type X12Interchange = {
  /** Null for a fragment without ISA, which is read with guessed delimiters. */
  isa: X12Segment | null
  delimiters: X12Delimiters
  /** Segments between ISA and the first GS, such as TA1. */
  acknowledgments: X12Segment[]
  groups: X12Group[]
  iea: X12Segment | null
}

export type X12File = { interchanges: X12Interchange[]; findings: X12Finding[] }
