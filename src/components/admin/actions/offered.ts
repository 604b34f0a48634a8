import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { actionNamed } from '@/hooks/actions/registry'
import type { Row } from '@/src/domain/row'
import type { OfferedAction } from './types'

/**
 * An action as a server-made list shows it, or null when this person does not hold it. `record`
 * decides whether it is possible now.
 */
export const offered = (
  req: PayloadRequest,
  { slug, name, record }: { slug: string; name: string; record?: Row },
): OfferedAction | null => {
  const action = actionNamed(slug, name)
  if (!action || !isGranted(req, slug, name)) return null
  const { label, confirm, tone, fields, stepUp, shown, from } = action
  const isPossible =
    !from || !record || from.values.some((value) => value === (record[from.column] ?? null))
  return { name, label, confirm, tone, fields, stepUp, shown, isPossible }
}
