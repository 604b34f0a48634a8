export type X12Delimiters = {
  element: string
  component: string
  /** Empty in versions before 00402, where ISA11 means something else. */
  repetition: string
  segment: string
}

type DelimiterFinding = { level: 'error' | 'warning'; code: string; message: string }
type Decoded =
  | { ok: true; text: string; finding: { code: string; message: string } | null }
  | { ok: false; code: string; message: string }

/** ISA is fixed width: with the separator at index 103, component and terminator follow it. */
const LAST_SEPARATOR_INDEX = 103
const ISA_SEPARATORS = 16
const FALLBACK: X12Delimiters = { element: '*', component: ':', repetition: '^', segment: '~' }
const PRINTABLE_WORD = /[A-Za-z0-9 ]/

/** Bytes to text: UTF-8 when they are, else Latin-1; archives and oversized files are refused. */
export const decodeX12 = (input: Uint8Array | string, maxBytes: number): Decoded => {
  if (input.length > maxBytes) {
    const megabytes = Math.floor(maxBytes / 1024 / 1024)
    return {
      ok: false,
      code: 'TOO_LARGE',
      message: `The file is larger than ${megabytes} MB. Ask for it in parts.`,
    }
  }
  if (typeof input === 'string') return { ok: true, text: input, finding: null }
  const isZip = input[0] === 0x50 && input[1] === 0x4b && (input[2] ?? 0) < 9
  const isGzip = input[0] === 0x1f && input[1] === 0x8b
  if (isZip || isGzip) {
    return {
      ok: false,
      code: 'ARCHIVE',
      message: 'This is a compressed archive. Unpack it and import the file inside.',
    }
  }
  try {
    return {
      ok: true,
      text: new TextDecoder('utf-8', { fatal: true }).decode(input),
      finding: null,
    }
  } catch {
    const finding = { code: 'NOT_UTF8', message: 'The file is not UTF-8; it was read as Latin-1.' }
    return { ok: true, text: new TextDecoder('latin1').decode(input), finding }
  }
}

/** Where the first segment begins: at ISA, else at an ST of a headerless fragment, else -1. */
export const findStart = (text: string): number => {
  const isa =
    /ISA[^A-Za-z0-9\s]\d\d[^A-Za-z0-9]/.exec(text) ?? /(?<![A-Za-z0-9])ISA[^A-Za-z0-9\s]/.exec(text)
  if (isa) return isa.index
  const fragment =
    /(?<![A-Za-z0-9])(?:GS[^A-Za-z0-9\s][A-Z]{2}|ST[^A-Za-z0-9\s]\d{3})(?=[^A-Za-z0-9])/.exec(text)
  return fragment ? fragment.index : -1
}

/** Reads the delimiters from the ISA at `position`; for a fragment it makes the usual guess. */
export const readDelimiters = (
  text: string,
  position: number,
): { delimiters: X12Delimiters; findings: DelimiterFinding[] } => {
  const header = text.slice(position, position + 300)
  if (!header.startsWith('ISA'))
    return { delimiters: fragmentDelimiters(text, position), findings: [] }
  const element = header[3] ?? FALLBACK.element
  const last = nthIndexOf(header, element, ISA_SEPARATORS)
  const findings: DelimiterFinding[] = []
  if (last === -1) {
    findings.push({
      level: 'error',
      code: 'ISA_BROKEN',
      message: 'ISA is cut short; the usual delimiters were assumed.',
    })
    return { delimiters: { ...FALLBACK, element }, findings }
  }
  if (last !== LAST_SEPARATOR_INDEX) {
    findings.push({
      level: 'warning',
      code: 'ISA_WIDTH',
      message: 'ISA does not have its fixed width of 106 characters.',
    })
  }
  const component = header[last + 1] ?? FALLBACK.component
  const segment = header[last + 2] ?? FALLBACK.segment
  const clash = new Set([element, component, segment]).size < 3
  if (clash || PRINTABLE_WORD.test(element + component + segment)) {
    findings.push({
      level: 'error',
      code: 'ISA_DELIMITERS',
      message: 'ISA names delimiters that cannot be told from data; the usual ones were assumed.',
    })
    return { delimiters: { ...FALLBACK, element }, findings }
  }
  const repetition = header.split(element)[11] ?? ''
  const isSeparator = repetition.length === 1 && !PRINTABLE_WORD.test(repetition)
  return {
    delimiters: { element, component, segment, repetition: isSeparator ? repetition : '' },
    findings,
  }
}

const fragmentDelimiters = (text: string, position: number): X12Delimiters => {
  const element = text[position + 2] ?? FALLBACK.element
  const rest = text.slice(position, position + 2000)
  return { ...FALLBACK, element, segment: rest.includes('~') ? '~' : '\n' }
}

const nthIndexOf = (text: string, character: string, n: number): number => {
  let index = -1
  for (let found = 0; found < n; found += 1) {
    index = text.indexOf(character, index + 1)
    if (index === -1) return -1
  }
  return index
}
