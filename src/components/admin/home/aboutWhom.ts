import type { CollectionSlug, PayloadRequest } from 'payload'
import { namesOf, type Row, readRows, refIn, textIn } from '../page/read'

/** Where the name of whom a record is about stands: on itself, or on what it points at. */
const named: Readonly<Record<string, string>> = {
  patients: 'displayName',
  inquiries: 'chosenName',
}

const columns = (req: PayloadRequest, slug: string): string[] => {
  const fields = req.payload.collections[slug as CollectionSlug]?.config.flattenedFields ?? [] // slug of a task
  const pointing = fields.filter(({ name }) => ['patient', 'inquiry'].includes(name))
  return pointing.map(({ name }) => name)
}

const ofKind = async (
  req: PayloadRequest,
  slug: string,
  ids: readonly string[],
): Promise<[string, string][]> => {
  const name = named[slug]
  const pointers = name ? [] : columns(req, slug)
  if (!name && !pointers.length) return []
  const rows = await readRows(req, slug, {
    where: { id: { in: [...ids] } },
    limit: ids.length,
    select: name ? [name] : pointers,
  })
  if (name) return rows.map((row) => [row.id, textIn(row, name)])
  const [patients, inquiries] = await Promise.all([
    namesOf(req, { slug: 'patients', column: 'patient', rows, name: 'displayName' }),
    namesOf(req, { slug: 'inquiries', column: 'inquiry', rows, name: 'chosenName' }),
  ])
  return rows.map((row) => [
    row.id,
    patients.get(refIn(row, 'patient')) ?? inquiries.get(refIn(row, 'inquiry')) ?? '',
  ])
}

/**
 * Names by id of the records that tasks are about, as far as the person may read them: one question
 * per kind of record, however many tasks there are.
 */
export const aboutWhom = async (
  req: PayloadRequest,
  tasks: readonly Row[],
): Promise<Map<string, string>> => {
  const byKind = new Map<string, Set<string>>()
  for (const task of tasks) {
    const slug = textIn(task, 'collectionSlug')
    const id = textIn(task, 'recordId')
    if (slug && id) byKind.set(slug, (byKind.get(slug) ?? new Set()).add(id))
  }
  const found = await Promise.all([...byKind].map(([slug, ids]) => ofKind(req, slug, [...ids])))
  return new Map(found.flat())
}
