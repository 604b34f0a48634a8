import type { CollectionBeforeValidateHook } from 'payload'
import { Refusal } from '@/src/lib/errors'
import { factReader } from './facts'

const plain = (name: unknown): string =>
  String(name ?? '')
    .trim()
    .toLowerCase()

/** Refuses a second record in use of one name, which nobody could tell apart where one is chosen. */
export const oneActiveOfAName =
  (kind: string): CollectionBeforeValidateHook =>
  async ({ collection, data, originalDoc, req }) => {
    const after = { isActive: true, ...originalDoc, ...data }
    const isSame =
      originalDoc !== undefined &&
      plain(originalDoc.name) === plain(after.name) &&
      (originalDoc.isActive !== false) === (after.isActive !== false)
    if (isSame || after.isActive === false || !plain(after.name)) return data
    const active = await factReader(req).many(collection.slug, {
      isActive: { not_equals: false },
    })
    const other = active.find(
      (row) => row['id'] !== originalDoc?.id && plain(row['name']) === plain(after.name),
    )
    if (!other) return data
    throw new Refusal('conflict', [
      {
        path: 'name',
        message: `There is ${kind} "${String(other['name'])}" already. Add what tells them apart, or deactivate the other one first.`,
      },
    ])
  }
