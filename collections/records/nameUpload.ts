import { randomUUID } from 'node:crypto'
import type { CollectionBeforeOperationHook } from 'payload'
import { cleanUpload } from '@/src/lib/uploads/cleanUpload'

/** Kinds of file a patient's record takes. */
export const documentTypes = ['image/png', 'image/jpeg', 'image/webp', 'application/pdf']

/** The name a person gave a file, and what a camera put into it, may say who they are. */
export const nameUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation === 'create') await cleanUpload(req, { types: documentTypes, name: randomUUID })
  return args
}
