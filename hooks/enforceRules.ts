import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
} from 'payload'
import { type Change, changedFields } from './change'
import { type Accepted, enforce, recordOverrides } from './enforce'
import { overridesOf } from './stamp'

type Bag = { accepted?: { slug: string; accepted: Accepted; change: Change }[] }

/** Runs the rules of create and update on the whole record as it would be. */
export const enforceOnChange: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const before = operation === 'update' ? (originalDoc ?? null) : null
  const change: Change = {
    slug: collection.slug,
    on: operation,
    before,
    after: { ...before, ...data },
    changed: changedFields(before, data),
    input: {},
  }
  const accepted = await enforce(req, change, overridesOf(req.context))
  if (accepted.overridden.length) {
    const bag = req.context as Bag
    bag.accepted ??= []
    bag.accepted.push({ slug: collection.slug, accepted, change })
  }
  return data
}

/** One row per rule that was gone past. */
export const keepOverrides: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const bag = req.context as Bag
  const index = bag.accepted?.findIndex((each) => each.slug === collection.slug) ?? -1
  const kept = index >= 0 ? bag.accepted?.splice(index, 1)[0] : undefined
  if (!kept) return doc
  await recordOverrides(req, {
    accepted: kept.accepted,
    change: { ...kept.change, after: { ...kept.change.after, id: doc.id } },
    key: `${collection.slug}|${doc.id}|${kept.change.on}|${doc.rev ?? ''}`,
  })
  return doc
}

/** Deleting goes through the same rules; most records refuse it. */
export const enforceOnDelete: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (operation !== 'delete') return args
  const { id } = args as { id?: string } // delete arguments
  await enforce(req, {
    slug: collection.slug,
    on: 'delete',
    before: { id },
    after: { id },
    changed: [],
    input: {},
  })
  return args
}
