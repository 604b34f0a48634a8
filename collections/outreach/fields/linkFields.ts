import type { TextField } from 'payload'
import { isSafeLink } from '@/src/domain/outreach/safeLink'

type Link = { name: string; label: string; required?: boolean }

/** An address a visitor can follow: a page of this site, or https, mailto, tel and sms. */
export const linkField = ({ name, label, required = false }: Link): TextField => ({
  name,
  type: 'text',
  label,
  required,
  maxLength: 500,
  validate: (value: unknown) => {
    if (value === null || value === undefined || value === '') {
      return required ? 'Enter an address, for example /contact.' : true
    }
    return isSafeLink(value)
      ? true
      : 'Enter a page of this site such as /contact, or an address that starts with https://, tel: or mailto:.'
  },
  admin: { placeholder: '/contact' },
})

/** A word to click and where it leads. */
export const linkPair = (prefix: string, label: string): TextField[] => [
  { name: `${prefix}Label`, type: 'text', label: `${label}: words`, maxLength: 60 },
  linkField({ name: `${prefix}Href`, label: `${label}: address` }),
]
