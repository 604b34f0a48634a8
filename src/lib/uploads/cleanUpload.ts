import type { PayloadRequest } from 'payload'
import sharp, { type Sharp } from 'sharp'
import { Refusal } from '../errors'

type Kind = { mime: string; ending: string; make?: (image: Sharp) => Sharp }

// What sharp calls each format, and how it is written anew. High quality: a card's small print stays legible.
const pictures: Readonly<Record<string, Kind>> = {
  jpeg: { mime: 'image/jpeg', ending: 'jpg', make: (image) => image.jpeg({ quality: 92 }) },
  png: { mime: 'image/png', ending: 'png', make: (image) => image.png() },
  webp: { mime: 'image/webp', ending: 'webp', make: (image) => image.webp({ quality: 92 }) },
  heif: { mime: 'image/avif', ending: 'avif', make: (image) => image.avif({ quality: 70 }) },
}

const pdf: Kind = { mime: 'application/pdf', ending: 'pdf' }

// A few kilobytes can unpack to gigabytes; cameras of phones stay below this many points.
const mostPixels = 60_000_000

const refuse = (types: readonly string[]): Refusal => {
  const names = types.map((type) => type.split('/')[1]?.toUpperCase()).join(', ')
  return new Refusal('invalid', [
    { path: 'file', message: `This file is not one of ${names}, whatever its name says.` },
  ])
}

const isPdf = (data: Buffer): boolean => data.subarray(0, 5).toString('latin1') === '%PDF-'

const kindOf = async (data: Buffer): Promise<Kind | null> => {
  if (isPdf(data)) return pdf
  if (!data.length) return null
  const found = await sharp(data, { limitInputPixels: mostPixels })
    .metadata()
    .catch(() => null)
  return pictures[found?.format ?? ''] ?? null
}

/**
 * Looks at what a file is, not at what it is called, and writes a picture anew: place, time, camera and
 * whatever else rode along stay behind. `name` gives the new name without its ending. Throws a Refusal
 * when the file is none of `types`.
 */
export const cleanUpload = async (
  req: PayloadRequest,
  { types, name }: { types: readonly string[]; name: () => string },
): Promise<void> => {
  const { file } = req
  if (!file) return
  // Nobody's file is refused in a moment and not worth the work.
  const isNobody = req.payloadAPI !== 'local' && !req.user
  const kind = isNobody ? null : await kindOf(file.data)
  if (!isNobody && !(kind && types.includes(kind.mime))) throw refuse(types)
  if (kind?.make) {
    const image = sharp(file.data, { limitInputPixels: mostPixels, failOn: 'error' })
    file.data = await kind
      .make(image.autoOrient())
      .toBuffer()
      .catch(() => {
        throw refuse(types)
      })
    file.size = file.data.length
  }
  file.mimetype = kind?.mime ?? file.mimetype
  file.name = `${name()}.${kind?.ending ?? 'bin'}`
}

/** A patient's file is for saving: no browser keeps it, runs what is in it or shows it inside a page. */
export const asAttachment = ({ headers }: { headers: Headers }): Headers => {
  headers.set('Content-Disposition', 'attachment')
  headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
  return headers
}
