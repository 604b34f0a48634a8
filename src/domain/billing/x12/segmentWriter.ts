import { type ElementRule, segmentTable } from '@/src/domain/billing/x12/segmentTable'

export type X12FieldProblem = 'missing' | 'tooShort' | 'tooLong' | 'invalid'

/** A value of the claim that cannot be sent; `field` is its path in the claim model. */
export class X12FieldError extends Error {
  override readonly name = 'X12FieldError'
  constructor(
    readonly field: string,
    readonly problem: X12FieldProblem,
    message: string,
  ) {
    super(message)
  }
}

/** A value on its way into a segment, with its path in the claim model for messages. */
export type FieldValue = { value: string; field: string }

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'SS',
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  ı: 'I',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
}
/** Basic and extended X12 sets less the four delimiters we write with (* : ^ ~). */
const NOT_ALLOWED = /[^A-Z0-9!"&'()+,\-./;?= %@[\]_{}\\|<>#$]/g

const ALLOWED = '[A-Z0-9!"&\'()+,\\-./;?=%@[\\]_{}\\\\|<>#$]+'
/** Most values are clean already; cleaning takes five passes. */
const CLEAN = new RegExp(`^(?:${ALLOWED}(?: ${ALLOWED})*)?$`)

/** Free text as payers accept it: upper case, plain letters, no delimiters or control characters. */
export const sanitizeX12Text = (text: string): string =>
  CLEAN.test(text)
    ? text
    : text
        .toUpperCase()
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/[\u0080-\uffff]/g, (character) => LETTERS[character] ?? ' ')
        .replace(NOT_ALLOWED, ' ')
        .replace(/ +/g, ' ')
        .trim()

/** Marks a value with the path that an error about it will name. */
export const field = (path: string, value: string | undefined): FieldValue => ({
  value: sanitizeX12Text(value ?? ''),
  field: path,
})

/** Throws an X12FieldError unless the value keeps the rule; returns the value. */
export const checkValue = ({ value, field: path }: FieldValue, rule: ElementRule): string => {
  if (value === '') {
    if (rule.isRequired)
      throw new X12FieldError(path, 'missing', `${path} is missing. Fill it in before sending.`)
    return value
  }
  if (value.length > rule.max) {
    throw new X12FieldError(
      path,
      'tooLong',
      `${path} has ${value.length} characters; a claim holds ${rule.max}. Shorten it.`,
    )
  }
  if (rule.min !== undefined && value.length < rule.min) {
    throw new X12FieldError(path, 'tooShort', `${path} needs at least ${rule.min} characters.`)
  }
  if (rule.pattern && !rule.pattern.test(value)) {
    throw new X12FieldError(path, 'invalid', `${path} "${value}" is not in the form a claim needs.`)
  }
  return value
}

const SEGMENTS_PER_PART = 64

/** Collects segments, checks every element against the table and trims empty ends. */
export class SegmentWriter {
  private readonly parts: string[] = []
  /** Joined every so often: thousands of short pieces that live long are what costs. */
  private segments: string[] = []
  private count = 0
  private transactionStart = 0

  add(id: string, elements: readonly (string | FieldValue | undefined)[]): void {
    const rules = segmentTable[id]
    let segment = id
    let empty = ''
    for (let index = 0; index < elements.length; index += 1) {
      const value = elementValue(id, index, elements[index], rules?.[index + 1])
      empty += '*'
      if (value === '') continue
      segment += empty + value
      empty = ''
    }
    if (id === 'ST') this.transactionStart = this.count
    this.count += 1
    this.segments.push(segment)
    if (this.segments.length >= SEGMENTS_PER_PART) this.closePart()
  }

  private closePart(): void {
    if (this.segments.length) this.parts.push(`${this.segments.join('~\n')}~\n`)
    this.segments = []
  }

  /** How many segments the transaction has with its SE. */
  get transactionCount(): number {
    return this.count - this.transactionStart + 1
  }

  toString(): string {
    this.closePart()
    return this.parts.join('')
  }
}

const elementValue = (
  id: string,
  index: number,
  element: string | FieldValue | undefined,
  rule: ElementRule | undefined,
): string => {
  if (typeof element === 'object') return rule ? checkValue(element, rule) : element.value
  if (!rule) return element ?? ''
  return checkValue({ value: element ?? '', field: elementName(id, index) }, rule)
}

const elementName = (id: string, index: number): string =>
  `${id}${String(index + 1).padStart(2, '0')}`
