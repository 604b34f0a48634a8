import type { PayloadRequest } from 'payload'
import { asSystem } from '@/access/asSystem'
import { within } from '@/access/scopes'

/**
 * Names of the people a patient meets, by id. Patients have no access to staff records: this hands
 * out the name alone, and only for ids taken from rows the patient could read.
 */
export const clinicianNames = async (
  req: PayloadRequest,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const where = within('id', [...new Set(ids.filter(Boolean))])
  if (!where) return new Map()
  const system = await asSystem(req, "Name of the patient's own clinician")
  const found = await system.find({
    collection: 'staff' as never, // generated slugs differ by build
    where,
    select: { name: true },
    limit: 50,
    pagination: false,
  })
  const people = found.docs as unknown as { id: string; name?: string }[] // the two columns selected
  return new Map(people.map(({ id, name }) => [id, name ?? '']))
}
