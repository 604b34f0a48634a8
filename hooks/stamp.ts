import type { CollectionBeforeOperationHook, CollectionBeforeValidateHook } from 'payload'
import { isGranted } from '@/access/decide'
import { Refusal } from '@/src/lib/errors'
import { createKeyOf } from './actions/idempotentCreate'
import type { Override } from './change'

/** Times are the server's: whatever a client sent for them is dropped. */
export const dropClientTimes: CollectionBeforeValidateHook = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data) return data
  delete data['updatedAt']
  if (operation === 'create') {
    delete data['createdAt']
    const key = createKeyOf(req.context)
    if (key) data['lastAction'] = `create:${key}`
  } else if (originalDoc) data['createdAt'] = originalDoc.createdAt
  return data
}

const ofFiles = [
  'filename',
  'url',
  'thumbnailURL',
  'mimeType',
  'filesize',
  'width',
  'height',
  'sizes',
] as const

/**
 * Payload takes the name and address of a file from a body without one, and then reads that file from the
 * disk or fetches it; it has noted both by now. Here a file is only ever what was sent with the request.
 */
export const dropFileClaims: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  req,
}) => {
  const { data } = args as { data?: Record<string, unknown> } // create and update arguments
  const isWrite = operation === 'create' || operation === 'update'
  if (!collection.upload || !isWrite || !data || req.payloadAPI === 'local') return args
  if (operation === 'create' && !req.file && isGranted(req, collection.slug, 'create'))
    throw new Refusal('invalid', [
      { path: 'file', message: 'Send the file itself along, as multipart form data over REST.' },
    ])
  for (const name of ofFiles) delete data[name]
  return args
}

type Bag = { overrides?: Override[] }

const isOverride = (value: unknown): value is Override =>
  Boolean(value) &&
  typeof value === 'object' &&
  typeof (value as Override).rule === 'string' &&
  typeof (value as Override).reason === 'string'

export const overridesIn = (body: unknown): Override[] => {
  const list =
    body && typeof body === 'object' ? (body as { _override?: unknown })._override : undefined
  return Array.isArray(list) ? list.filter(isOverride) : []
}

/** `_override: [{ rule, reason }]` is not part of the record: taken off before validation. */
export const takeOverrides: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { data } = args as { data?: Record<string, unknown> } // create and update arguments
  if ((operation !== 'create' && operation !== 'update') || !data || !('_override' in data))
    return args
  const bag = req.context as Bag
  bag.overrides = overridesIn(data)
  delete data['_override']
  return args
}

export const overridesOf = (context: unknown): Override[] => (context as Bag).overrides ?? []
