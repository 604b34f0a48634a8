import { encode } from 'uqr'

/** A QR code to draw: `path` for an SVG whose view box is `0 0 size size`. */
export type Qr = { size: number; path: string }

/** Draws a text as a QR code, here: nothing of it leaves the server. */
export const qrOf = (text: string): Qr => {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return { size, path }
}
