import { gunzipSync, gzipSync } from 'node:zlib'

/** Long text made short enough to be sealed in one column: gzip in base64. */
export const pack = (text: string): string => gzipSync(Buffer.from(text, 'utf8')).toString('base64')

export const unpack = (packed: string): string =>
  packed ? gunzipSync(Buffer.from(packed, 'base64')).toString('utf8') : ''

/** What one sealed column holds, in characters of packed text. */
export const maxPackedLength = 1_400_000
