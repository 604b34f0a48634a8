import { randomUUID } from 'node:crypto'
import type { CollectionBeforeOperationHook } from 'payload'

/** Kinds of file a patient's record takes, with the ending each is stored under. */
export const documentTypes: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

/** The name a person gave a file may say who they are; the stored one says nothing. */
export const nameUpload: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'create' || !req.file) return args
  req.file.name = `${randomUUID()}.${documentTypes[req.file.mimetype] ?? 'bin'}`
  return args
}
