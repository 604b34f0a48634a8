import type { X12Delimiters } from '@/src/domain/billing/x12/delimiters'

/** Elements of one segment as sent; index 0 is the segment id, so index 1 is element 01. */
export type X12Segment = readonly string[]

/** Where a transaction stands in the text of its file; its segments are split when asked for. */
export type X12Span = { text: string; start: number; end: number; delimiters: X12Delimiters }

const LAST_BLANK = 32
const BYTE_ORDER_MARK = 0xfeff

/**
 * Walks over the segments of a text without copying it: `start` and `end` are the bounds of the
 * current segment, line breaks around it excluded. An empty segment has equal bounds.
 */
export class SegmentCursor {
  start = 0
  end = 0
  isTerminated = true
  private position: number

  constructor(
    private readonly text: string,
    start: number,
    private readonly limit: number,
  ) {
    this.position = start
  }

  /** Where the text after the current segment begins. */
  get next(): number {
    return this.position
  }

  /** Moves to the next character that is not blank; false at the end of the text. */
  skipBlanks(): boolean {
    const { text, limit } = this
    let { position } = this
    while (position < limit) {
      const character = text.charCodeAt(position)
      if (character > LAST_BLANK && character !== BYTE_ORDER_MARK) break
      position += 1
    }
    this.position = position
    this.start = position
    return position < limit
  }

  /** Takes the segment up to `terminator`; call after `skipBlanks`. */
  take(terminator: string): void {
    const { text, limit, start } = this
    let end = text.indexOf(terminator, start)
    this.isTerminated = end !== -1 && end < limit
    if (!this.isTerminated) end = limit
    this.position = end + 1
    while (end > start && text.charCodeAt(end - 1) < LAST_BLANK) end -= 1
    this.end = end
  }
}

/** Calls `visit` with every segment of a span and its index, splitting one at a time. */
export const eachSegment = (
  span: X12Span,
  visit: (segment: X12Segment, index: number) => void,
): void => {
  const { text, delimiters } = span
  const cursor = new SegmentCursor(text, span.start, span.end)
  let index = 0
  while (cursor.skipBlanks()) {
    cursor.take(delimiters.segment)
    if (cursor.end === cursor.start) continue
    visit(text.slice(cursor.start, cursor.end).split(delimiters.element), index)
    index += 1
  }
}

/** A segment id as a number, so that a table of handlers is found without cutting a string. */
export const segmentKey = (id: string): number => packKey(id, 0, id.length)

/**
 * Calls the handler of each segment whose id is in the table and splits no other one. `index`
 * counts all segments of the span, so that segment numbers stay true.
 */
export const handleSegments = (
  span: X12Span,
  handlers: ReadonlyMap<number, (segment: X12Segment, index: number) => void>,
): void => {
  const { text, delimiters } = span
  const separator = delimiters.element.charCodeAt(0)
  const cursor = new SegmentCursor(text, span.start, span.end)
  let index = 0
  while (cursor.skipBlanks()) {
    cursor.take(delimiters.segment)
    const { start, end } = cursor
    if (end === start) continue
    const isShort = text.charCodeAt(start + 2) === separator || end - start === 2
    const handler = handlers.get(packKey(text, start, start + (isShort ? 2 : 3)))
    if (handler) handler(text.slice(start, end).split(delimiters.element), index)
    index += 1
  }
}

/** All segments of a span. */
export const segmentsOf = (span: X12Span): X12Segment[] => {
  const list: X12Segment[] = []
  eachSegment(span, (segment) => list.push(segment))
  return list
}

/** Writes segments back byte for byte, without line breaks. */
export const formatSegments = (
  segments: readonly X12Segment[],
  delimiters: X12Delimiters,
): string =>
  segments.map((segment) => segment.join(delimiters.element) + delimiters.segment).join('')

const packKey = (text: string, start: number, end: number): number => {
  let key = 0
  for (let index = start; index < end; index += 1) key = key * 256 + text.charCodeAt(index)
  return key
}
