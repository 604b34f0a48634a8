import type { BeforeListTableServerProps } from 'payload'
import { scopesFor } from '@/access/policy'
import { isStaffRole } from '@/access/roles'
import { openingFilterOf } from '@/src/domain/lists/readyFilters'
import { ExportForm } from './ExportForm'

/** Above a list: takes it as a file, for those to whom the table grants export. */
export const ExportList = ({ collectionSlug, user }: BeforeListTableServerProps) => {
  // Payload hands a copy of the person to this place; the endpoint asks the session itself.
  const { roles } = (user ?? {}) as { roles?: unknown } // of staff
  const held = Array.isArray(roles) ? roles.filter(isStaffRole) : []
  const isOffered = scopesFor(collectionSlug, 'export', held).length > 0
  return isOffered ? (
    <ExportForm opening={openingFilterOf(collectionSlug)} slug={collectionSlug} />
  ) : null
}
