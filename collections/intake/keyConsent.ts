import type { CollectionBeforeChangeHook } from 'payload'
import { Refusal } from '@/src/lib/errors'

type Template = {
  id: string
  kind?: string
  title?: string
  version?: number | null
  isActive?: boolean
}

/** A consent takes kind and version from its text; only a published text can be signed. */
export const keyConsent: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const template = await req.payload.db.findOne<Template>({
    collection: 'consent-templates',
    where: { id: { equals: String(data['template'] ?? '') } },
    req,
  })
  if (!template?.isActive) {
    const message = 'Choose a published text: this one is not in force.'
    throw new Refusal('invalid', [{ path: 'template', message }])
  }
  data['kind'] = template.kind
  data['title'] = template.title
  data['version'] = template.version
  const again = data['occasion'] ? `|${String(data['occasion'])}` : ''
  data['uniqueKey'] = `consent|${String(data['patient'])}|${template.id}${again}`
  return data
}
