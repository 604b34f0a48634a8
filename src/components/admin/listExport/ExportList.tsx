import type { BeforeListTableServerProps, PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { ExportForm } from './ExportForm'

/** Above a list: takes it as a file, for those to whom the table grants export. */
export const ExportList = ({ collectionSlug, user }: BeforeListTableServerProps) => {
  const req = { user } as unknown as PayloadRequest // the question of a grant asks for the person alone
  return isGranted(req, collectionSlug, 'export') ? <ExportForm slug={collectionSlug} /> : null
}
