import type { X12Delimiters } from '@/src/domain/billing/x12/delimiters'
import type {
  X12File,
  X12Finding,
  X12Group,
  X12Interchange,
  X12Transaction,
} from '@/src/domain/billing/x12/envelope'
import type { X12Segment } from '@/src/domain/billing/x12/segments'

/** Builds the tree of interchanges, groups and transactions and notes what does not add up. */
export class EnvelopeReader {
  private delimiters: X12Delimiters = {
    element: '*',
    component: ':',
    repetition: '^',
    segment: '~',
  }
  private text = ''
  private readonly interchanges: X12Interchange[] = []
  private readonly findings: X12Finding[] = []
  private interchange: X12Interchange | null = null
  private group: X12Group | null = null
  private transaction: X12Transaction | null = null
  private count = 0

  get isInTransaction(): boolean {
    return this.transaction !== null
  }

  /** Sets what the segments from here on are cut from. */
  openSource(text: string, delimiters: X12Delimiters): void {
    this.text = text
    this.delimiters = delimiters
  }

  /** Counts a segment that belongs to the open transaction and ends at `end`. */
  skip(end: number): void {
    this.count += 1
    if (!this.transaction) return
    this.transaction.segmentCount += 1
    this.transaction.end = end
  }

  add(segment: X12Segment, span: { start: number; end: number }): void {
    this.count += 1
    switch (segment[0]) {
      case 'ISA':
        this.openInterchange(segment)
        break
      case 'GS':
        this.openGroup(segment)
        break
      case 'ST':
        this.openTransaction(segment, span)
        break
      case 'SE':
        this.closeTransaction(segment, span)
        break
      case 'GE':
        this.closeGroup(segment)
        break
      case 'IEA':
        this.closeInterchange(segment)
        break
      default:
        if (this.transaction) {
          this.count -= 1
          this.skip(span.end)
        } else this.addLoose(segment)
    }
  }

  /** `ahead` is 1 when the finding is about the segment that is about to be added. */
  report(level: X12Finding['level'], code: string, message: string, ahead = 0): X12Finding {
    const finding = { level, code, segmentNumber: this.count + ahead, message }
    this.findings.push(finding)
    return finding
  }

  finish(): X12File {
    this.endInterchange()
    return { interchanges: this.interchanges, findings: this.findings }
  }

  private openInterchange(isa: X12Segment | null): X12Interchange {
    this.endInterchange()
    if (!isa) {
      this.report('warning', 'NO_ISA', 'No ISA header: the usual delimiters were assumed.')
    } else if (isa.length !== 17) {
      this.report('error', 'ISA_ELEMENTS', `ISA has ${isa.length - 1} elements instead of 16.`)
    }
    const { delimiters } = this
    const opened = { isa, delimiters, acknowledgments: [], groups: [], iea: null }
    this.interchange = opened
    this.interchanges.push(opened)
    return opened
  }

  private openGroup(gs: X12Segment | null): X12Group {
    this.endGroup()
    const interchange = this.interchange ?? this.openInterchange(null)
    if (!gs && interchange.isa)
      this.report('error', 'NO_GS', 'A transaction stands outside any group (GS).')
    const group = { gs, transactions: [], ge: null }
    this.group = group
    interchange.groups.push(group)
    return group
  }

  private openTransaction(st: X12Segment, span: { start: number; end: number }): void {
    this.endTransaction()
    const group = this.group ?? this.openGroup(null)
    const transaction = {
      type: st[1] ?? '',
      controlNumber: st[2] ?? '',
      version: st[3] || (group.gs?.[8] ?? ''),
      text: this.text,
      ...span,
      delimiters: this.delimiters,
      firstSegmentNumber: this.count,
      segmentCount: 1,
      findings: [],
    }
    this.transaction = transaction
    group.transactions.push(transaction)
  }

  private closeTransaction(se: X12Segment, span: { end: number }): void {
    const { transaction } = this
    if (!transaction) {
      this.report('error', 'STRAY_SE', 'SE ends a transaction that never began.')
      return
    }
    transaction.segmentCount += 1
    transaction.end = span.end
    const counted = transaction.segmentCount
    if (Number(se[1]) !== counted) {
      this.reportInTransaction(
        'SE_COUNT',
        `Transaction ${transaction.controlNumber} says it has ${se[1] || 'no'} segments, but ${counted} were read.`,
      )
    }
    if (se[2] !== transaction.controlNumber) {
      this.reportInTransaction(
        'SE_CONTROL',
        `Transaction ${transaction.controlNumber} ends with control number ${se[2] || '(none)'}.`,
      )
    }
    this.transaction = null
  }

  private closeGroup(ge: X12Segment): void {
    this.endTransaction()
    const { group } = this
    if (!group) {
      this.report('error', 'STRAY_GE', 'GE ends a group that never began.')
      return
    }
    group.ge = ge
    if (Number(ge[1]) !== group.transactions.length) {
      this.report(
        'error',
        'GE_COUNT',
        `The group says it has ${ge[1] || 'no'} transactions, but ${group.transactions.length} were read.`,
      )
    }
    if (group.gs && ge[2] !== group.gs[6]) {
      this.report(
        'error',
        'GE_CONTROL',
        `Group ${group.gs[6]} ends with control number ${ge[2] || '(none)'}.`,
      )
    }
    this.group = null
  }

  private closeInterchange(iea: X12Segment): void {
    this.endGroup()
    const { interchange } = this
    if (!interchange) {
      this.report('error', 'STRAY_IEA', 'IEA ends an interchange that never began.')
      return
    }
    interchange.iea = iea
    if (Number(iea[1]) !== interchange.groups.length) {
      this.report(
        'error',
        'IEA_COUNT',
        `The interchange says it has ${iea[1] || 'no'} groups, but ${interchange.groups.length} were read.`,
      )
    }
    if (interchange.isa && iea[2] !== interchange.isa[13]) {
      this.report(
        'error',
        'IEA_CONTROL',
        `Interchange ${interchange.isa[13]} ends with control number ${iea[2] || '(none)'}.`,
      )
    }
    this.interchange = null
  }

  private endTransaction(): void {
    if (!this.transaction) return
    this.reportInTransaction(
      'NO_SE',
      `Transaction ${this.transaction.controlNumber} has no end (SE): the file may be cut off.`,
    )
    this.transaction = null
  }

  private endGroup(): void {
    this.endTransaction()
    if (this.group?.gs) this.report('error', 'NO_GE', `Group ${this.group.gs[6]} has no end (GE).`)
    this.group = null
  }

  private endInterchange(): void {
    this.endGroup()
    if (this.interchange?.isa) {
      this.report('error', 'NO_IEA', `Interchange ${this.interchange.isa[13]} has no end (IEA).`)
    }
    this.interchange = null
  }

  private addLoose(segment: X12Segment): void {
    if (this.interchange && !this.group && this.interchange.groups.length === 0) {
      this.interchange.acknowledgments.push(segment)
      if (segment[0] === 'TA1') return
    }
    this.report(
      'error',
      'STRAY_SEGMENT',
      `Segment ${(segment[0] ?? '').slice(0, 20)} stands outside any transaction.`,
    )
  }

  private reportInTransaction(code: string, message: string): void {
    this.transaction?.findings.push(this.report('error', code, message))
  }
}
