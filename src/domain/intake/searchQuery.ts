/** Folds a name for finding it: no case, no accents, one kind of apostrophe, single spaces. */
export const foldName = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll(/[’ʼ`´]/g, "'")
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()

/** What a line typed into the search may mean; empty where it cannot mean that. */
export type Sought = {
  /** Folded beginning of a name, in either order. */
  name: string
  /** YYYY-MM-DD */
  birthDate: string
  /** Beginning of an international number, such as `+1503555`. */
  phone: string
  /** Beginning of a claim's number. */
  claim: string
}

const fewestDigits = 4

const phoneIn = (text: string): string => {
  if (!/^\+?[\d\s().-]+$/.test(text)) return ''
  const digits = text.replaceAll(/\D/g, '')
  if (digits.length < fewestDigits) return ''
  return text.startsWith('+') || (digits.length === 11 && digits.startsWith('1'))
    ? `+${digits}`
    : `+1${digits}`
}

const claimIn = (text: string): string => {
  const [, digits] = /^c?(\d{3,})$/i.exec(text) ?? []
  if (!digits) return ''
  // A number without its letter may lack the zeros before it, too.
  return /^c/i.test(text) ? `C${digits}` : `C${digits.padStart(7, '0')}`
}

/**
 * Reads one typed line as a name, a birth date (with its year), a phone number and a claim number.
 * `readDay` reads a day as people type it and answers null for anything else.
 */
export const soughtIn = (typed: string, readDay: (text: string) => string | null): Sought => {
  const text = typed.trim()
  // "May" and "Monica" are names before they are days.
  const isWholeDay = text.replaceAll(/\D/g, '').length >= 5
  const birthDate = isWholeDay ? (readDay(text) ?? '') : ''
  const isName = /\p{L}/u.test(text) && !/\d/.test(text)
  return {
    name: isName ? foldName(text) : '',
    birthDate,
    phone: birthDate ? '' : phoneIn(text),
    claim: claimIn(text),
  }
}
