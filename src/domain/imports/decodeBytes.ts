export type Decoded = { text: string; encoding: string } | { problem: string }

const asCsv =
  'Open it in your spreadsheet, choose "Save as" and "CSV UTF-8 (comma delimited)", and upload that file.'

const startsWith = (bytes: Uint8Array, ...signs: readonly number[]): boolean =>
  signs.every((sign, index) => bytes[index] === sign)

/** Text without a byte order mark, where every second byte is zero: UTF-16 as some programs write it. */
const nakedUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const sample = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2]! += 1
  const half = sample.length / 2
  if ((zeros[1] ?? 0) > half * 0.4 && zeros[0] === 0) return 'utf-16le'
  return (zeros[0] ?? 0) > half * 0.4 && zeros[1] === 0 ? 'utf-16be' : null
}

const read = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const encodingOf = (bytes: Uint8Array): string => {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be'
  return nakedUtf16(bytes) ?? 'utf-8'
}

// What Windows-1252 has at 0x80 to 0x9F, in order. Node 20 reads these bytes as Latin-1, whose signs there are unseen.
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const fromWindows = (text: string): string =>
  text.replaceAll(/[\u0080-\u009f]/g, (sign) => windowsSigns.charAt(sign.charCodeAt(0) - 0x80))

/**
 * The text of a CSV file, whatever program wrote it: UTF-8 or UTF-16 with or without a byte order mark, or
 * Windows-1252 where it is no UTF-8. What is no text at all is refused with the way out.
 */
export const decodeBytes = (bytes: Uint8Array): Decoded => {
  if (!bytes.length) return { problem: 'The file is empty. Choose another one.' }
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return { problem: `This is a workbook, not a CSV file. ${asCsv}` }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46))
    return { problem: 'This is a PDF, not a CSV file. Ask the other program for an export as CSV.' }
  const encoding = encodingOf(bytes)
  const text = read(bytes, encoding)
  if (text?.includes('\u0000') || (text === null && bytes.includes(0)))
    return { problem: `This file holds more than text. ${asCsv}` }
  if (text !== null) return { text, encoding }
  if (encoding !== 'utf-8') return { problem: `The file breaks off in the middle. ${asCsv}` }
  const western = read(bytes, 'windows-1252')
  return western === null
    ? { problem: `The letters of this file cannot be read. ${asCsv}` }
    : { text: fromWindows(western), encoding: 'windows-1252' }
}
