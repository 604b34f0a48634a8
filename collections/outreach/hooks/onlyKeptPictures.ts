import type { PayloadRequest, Where } from 'payload'
import { notFound } from '@/src/lib/errors'

type Asked = { params: { filename: string } }

const sizes = ['small', 'large']

/** A picture is sent while its record is there; what only lies in the folder is not. */
export const onlyKeptPictures = async (
  req: PayloadRequest,
  { params: { filename } }: Asked,
): Promise<void> => {
  const columns = ['filename', ...sizes.map((name) => `sizes.${name}.filename`)]
  const where: Where = { or: columns.map((name) => ({ [name]: { equals: filename } })) }
  const row = await req.payload.db.findOne({ collection: 'media', where, req })
  if (!row) throw notFound()
}
