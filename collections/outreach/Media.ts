import { resolve } from 'node:path'
import type { CollectionBeforeOperationHook, CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { randomToken } from '@/src/lib/crypto'
import { env } from '@/src/lib/env'
import { cleanUpload } from '@/src/lib/uploads/cleanUpload'
import { onlyKeptPictures } from './hooks/onlyKeptPictures'

const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif']

/** A file's own name can name a person; ours says nothing and cannot be guessed. */
const nameAtRandom: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation === 'create' || operation === 'update')
    await cleanUpload(req, { types: pictureTypes, name: () => randomToken(15) })
  return args
}

/** Pictures for the website. */
export const Media: CollectionConfig = secureCollection(
  {
    slug: 'media',
    labels: { singular: 'Picture', plural: 'Pictures' },
    admin: {
      group: 'Website',
      useAsTitle: 'alt',
      defaultColumns: ['filename', 'alt', 'updatedAt'],
    },
    upload: {
      staticDir: resolve(env.UPLOAD_DIR, 'media'),
      mimeTypes: pictureTypes,
      handlers: [onlyKeptPictures],
      pasteURL: false,
      focalPoint: false,
      crop: false,
      imageSizes: [
        { name: 'small', width: 480, withoutEnlargement: true, formatOptions: { format: 'webp' } },
        { name: 'large', width: 1200, withoutEnlargement: true, formatOptions: { format: 'webp' } },
      ],
      modifyResponseHeaders: ({ headers }) => {
        headers.set('X-Content-Type-Options', 'nosniff')
        headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
        headers.set('Cache-Control', 'public, max-age=3600')
        return headers
      },
    },
    fields: [
      {
        name: 'alt',
        type: 'text',
        required: true,
        maxLength: 250,
        label: 'What the picture shows',
        admin: { description: 'Read aloud to people who cannot see it.' },
      },
      { name: 'credit', type: 'text', maxLength: 200 },
    ],
    hooks: { beforeOperation: [nameAtRandom] },
  },
  { audit: 'writes' },
)
