import type { PayloadRequest } from 'payload'
import { scopeKeysOf } from '@/access/decide'
import { idIn, type StoredRow } from '@/src/domain/row'
import { notFound } from '@/src/lib/errors'
import { audit } from './writer'

type Asked = { params: { filename: string } }

/**
 * Stores that a file is about to leave: no read hook runs for files. Goes before whatever answers with the
 * file; access was decided already.
 */
export const logDownload =
  (slug: string) =>
  async (req: PayloadRequest, { params: { filename } }: Asked): Promise<void> => {
    const row = await req.payload.db.findOne<StoredRow>({
      collection: slug,
      where: { filename: { equals: filename } },
      req,
    })
    if (!row) throw notFound()
    const patient = idIn(row, scopeKeysOf(slug).patient)
    await audit(req, {
      action: 'read',
      outcome: 'seen',
      collection: slug,
      recordIds: [row.id],
      patientIds: patient ? [patient] : [],
      fields: ['file'],
    })
  }
