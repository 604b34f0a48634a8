import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
} from 'payload'
import { systemMarkOf } from '@/access/asSystem'
import { checkStepUp } from './actions/stepUp'
import { type Change, changedFields } from './change'
import { enforce, type Passed, passedIn, recordOverrides } from './enforce'
import { overridesOf } from './stamp'

type Bag = { passed?: { slug: string; passed: Passed[] }[] }

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
    if (!systemMarkOf(req)) await checkStepUp(req)
    const bag = req.context as Bag
    bag.passed ??= []
    bag.passed.push({ slug: collection.slug, passed: passedIn(accepted) })
  }
  return data
}

/** One row per rule that was gone past. */
export const keepOverrides: CollectionAfterChangeHook = async ({
  collection,
  doc,
  operation,
  req,
}) => {
  const bag = req.context as Bag
  const index = bag.passed?.findIndex((each) => each.slug === collection.slug) ?? -1
  const kept = index >= 0 ? bag.passed?.splice(index, 1)[0] : undefined
  if (!kept) return doc
  await recordOverrides(req, {
    passed: kept.passed,
    slug: collection.slug,
    recordId: String(doc.id),
    door: operation,
    key: `${collection.slug}|${doc.id}|${operation}|${doc.rev ?? ''}`,
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
