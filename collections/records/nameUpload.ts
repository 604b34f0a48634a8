import { randomUUID } from 'node:crypto'
import { extname } from 'node:path'
import type { CollectionBeforeOperationHook } from 'payload'

/** The name a person gave a file may say who they are; the stored one says nothing. */
export const nameUpload: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'create' || !req.file) return args
  const extension = extname(req.file.name)
    .toLowerCase()
    .replaceAll(/[^.a-z0-9]/g, '')
    .slice(0, 6)
  req.file.name = `${randomUUID()}${extension}`
  return args
}
