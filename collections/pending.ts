import type { CollectionConfig } from 'payload'
import { internalSlugs, matrix } from '@/access/matrix'
import { registerScopeKeys } from '@/access/decide'

const closed = () => false
const globals = ['practice', 'rule-settings', 'site-header', 'site-footer']

export const pendingCollections = (known: CollectionConfig[]): CollectionConfig[] =>
  Object.keys(matrix)
    .filter((slug) => !known.some((each) => each.slug === slug) && !globals.includes(slug) && !internalSlugs.some((i) => i === slug))
    .map((slug) => {
      registerScopeKeys({ slug, patient: 'patient', owner: 'staff' })
      return { slug, lockDocuments: false, fields: [{ name: 'patient', type: 'text' }, { name: 'staff', type: 'text' }], access: { read: closed, create: closed, update: closed, delete: closed } } as CollectionConfig
    })
