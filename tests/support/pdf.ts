import { inflateSync } from 'node:zlib'

const hexText = (hex: string): string => Buffer.from(hex, 'hex').toString('latin1')

const shown = /\[((?:<[0-9a-fA-F]*>|[-\d.\s])+)\]\s*TJ/g

/** What a PDF of ours says, as one text; words that a line break parts are joined by a space. */
export const textsOfPdf = (bytes: Uint8Array): string => {
  const raw = Buffer.from(bytes)
  const text = raw.toString('latin1')
  const lines: string[] = []
  for (const match of text.matchAll(/stream\r?\n/g)) {
    const start = (match.index ?? 0) + match[0].length
    const end = text.indexOf('endstream', start)
    try {
      const content = inflateSync(raw.subarray(start, end)).toString('latin1')
      for (const [, parts = ''] of content.matchAll(shown))
        lines.push(
          [...parts.matchAll(/<([0-9a-fA-F]*)>/g)].map(([, hex = '']) => hexText(hex)).join(''),
        )
    } catch {
      // A font or picture, not words.
    }
  }
  return lines.join(' ').replaceAll(/\s+/g, ' ')
}
