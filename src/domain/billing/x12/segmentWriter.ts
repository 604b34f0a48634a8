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

/** Free text as payers accept it: upper case, plain letters, no delimiters or control characters. */
export const sanitizeX12Text = (text: string): string =>
  text
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

/** Collects segments, checks every element against the table and trims empty ends. */
export class SegmentWriter {
  private readonly segments: string[] = []
  private transactionStart = 0

  add(id: string, elements: readonly (string | FieldValue | undefined)[]): void {
    const rules = segmentTable[id]
    const values = elements.map((element, index) => {
      const given =
        typeof element === 'object'
          ? element
          : { value: element ?? '', field: elementName(id, index) }
      const rule = rules?.[index + 1]
      return rule ? checkValue(given, rule) : given.value
    })
    while (values.length > 0 && values[values.length - 1] === '') values.pop()
    if (id === 'ST') this.transactionStart = this.segments.length
    this.segments.push([id, ...values].join('*'))
  }

  /** How many segments the transaction has with its SE. */
  get transactionCount(): number {
    return this.segments.length - this.transactionStart + 1
  }

  toString(): string {
    return `${this.segments.join('~\n')}~\n`
  }
}

const elementName = (id: string, index: number): string =>
  `${id}${String(index + 1).padStart(2, '0')}`
