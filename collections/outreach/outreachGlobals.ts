import type { GlobalConfig } from 'payload'
import { secureGlobal } from '@/access/secureCollection'
import { linkField } from './fields/linkFields'

const links = (label: string, maxRows: number): GlobalConfig['fields'][number] => ({
  name: 'links',
  type: 'array',
  label,
  maxRows,
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'label', type: 'text', required: true, maxLength: 40 },
        linkField({ name: 'href', label: 'Address', required: true }),
      ],
    },
  ],
})

const SiteHeader: GlobalConfig = secureGlobal({
  slug: 'site-header',
  label: 'Website header',
  admin: { group: 'Website' },
  fields: [
    links('Links', 7),
    {
      name: 'inquiryLabel',
      type: 'text',
      maxLength: 40,
      defaultValue: 'Ask for an appointment',
      label: 'Words on the inquiry button',
    },
  ],
})

const SiteFooter: GlobalConfig = secureGlobal({
  slug: 'site-footer',
  label: 'Website footer',
  admin: { group: 'Website' },
  fields: [
    links('Links', 12),
    {
      name: 'responseNote',
      type: 'textarea',
      maxLength: 400,
      label: 'When you answer',
      admin: { description: 'For example: we answer within one business day.' },
    },
    { name: 'smallPrint', type: 'textarea', maxLength: 1500 },
  ],
})

export const outreachGlobals: GlobalConfig[] = [SiteHeader, SiteFooter]
