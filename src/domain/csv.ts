// A spreadsheet runs a cell that begins like this as a formula, after spaces and in later lines as well; the
// wide forms are what some of them take for the same signs.
const formula = /^(?=[^\S\r\n]*[=+\-@\uff1d\uff0b\uff0d\uff20])/gm

const harmless = (text: string): string => {
  const quoted = text.replaceAll(formula, "'")
  return /^[\t\r]/.test(quoted) ? `'${quoted}` : quoted
}

const cell = (value: string | number): string => {
  const text = typeof value === 'string' ? harmless(value) : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line of CSV (RFC 4180) with its line end; nothing in it is taken for a formula. */
export const csvLine = (values: readonly (string | number)[]): string =>
  `${values.map(cell).join(',')}\r\n`
