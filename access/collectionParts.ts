import type { CollectionConfig, CollectionSlug, Endpoint } from 'payload'
import type { AnyAction } from '@/hooks/actions/define'
import { idempotentCreate } from '@/hooks/actions/idempotentCreate'
import { logDownload } from '@/hooks/audit/downloads'
import { csvEndpoint } from '@/hooks/listExport/csvEndpoint'
import { byExternalId } from '@/hooks/longReads/byExternalId'
import { changesEndpoint } from '@/hooks/longReads/changesEndpoint'
import { registerFilePlan, sendFile } from '@/hooks/sealedFiles'
import { documentAccess } from './documentAccess'
import { closedDoor } from './doors'
import { actionsIn, isExported, policyOf } from './policy'

/** Files of a chart lie on the disk as ciphertext, and leave only after the log says so. */
export const chartUpload = (
  slug: string,
  upload: CollectionConfig['upload'],
  patient: string,
): { upload?: CollectionConfig['upload'] } => {
  if (!upload) return {}
  const given = upload === true ? {} : upload
  if (!given.staticDir) throw new Error(`"${slug}" names no folder for its files.`)
  registerFilePlan({ slug, folder: given.staticDir, patient })
  const handlers = [logDownload(slug), ...(given.handlers ?? []), sendFile(slug)]
  return { upload: { ...given, disableLocalStorage: true, handlers } }
}

/** Throws where the table and the actions of a collection do not name the same. */
export const checkActions = (slug: string, actions: readonly AnyAction[]): void => {
  const granted = actionsIn(slug)
  const defined = actions.map((action) => action.name)
  const unlisted = defined.filter((name) => !granted.includes(name))
  if (unlisted.length)
    throw new Error(`access/matrix.ts, row "${slug}": nobody holds ${unlisted.join(', ')}.`)
  const missing = granted.filter((name) => !defined.includes(name))
  if (missing.length)
    throw new Error(
      `access/matrix.ts, row "${slug}" grants ${missing.join(', ')}, which no action defines.`,
    )
}

/** The doors that every collection has or has shut. */
export const guardedEndpoints = ({
  auth,
  slug,
  timestamps,
  upload,
  versions,
}: CollectionConfig): Endpoint[] => [
  documentAccess(slug),
  ...closedDoor('post', '/:id/duplicate'),
  ...(upload ? closedDoor('get', '/paste-url/:id?') : []),
  ...(versions
    ? []
    : [
        ...closedDoor('get', '/versions'),
        ...closedDoor('get', '/versions/:id'),
        ...closedDoor('post', '/versions/:id'),
      ]),
  ...(auth
    ? [
        ...closedDoor('post', '/first-register'),
        ...closedDoor('post', '/forgot-password'),
        ...closedDoor('post', '/reset-password'),
        ...closedDoor('post', '/unlock'),
        ...closedDoor('post', '/verify/:id'),
        ...closedDoor('get', '/init'),
      ]
    : []),
  idempotentCreate(slug as CollectionSlug),
  // The log says itself when something was.
  ...(timestamps === false ? [] : [changesEndpoint(slug as CollectionSlug)]),
  ...(policyOf(slug).apiClient.has('read') ? [byExternalId(slug as CollectionSlug)] : []),
  ...(isExported(slug) ? [csvEndpoint(slug as CollectionSlug)] : []),
]
