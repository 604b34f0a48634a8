import type { TextField } from 'payload'

const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)

/** The last part of a page's address, made from `source` when left empty. */
export const slugField = (source: string): TextField => ({
  name: 'slug',
  type: 'text',
  label: 'Address',
  required: true,
  unique: true,
  index: true,
  maxLength: 80,
  validate: (value: unknown) =>
    typeof value === 'string' && slugPattern.test(value)
      ? true
      : 'Use small letters, digits and single hyphens, for example anxiety-therapy.',
  admin: {
    position: 'sidebar',
    description: 'Last part of the address. Made from the name when you leave it empty.',
  },
  hooks: {
    beforeValidate: [
      ({ value, data, originalDoc }) => {
        if (typeof value === 'string' && value.trim()) return value.trim().toLowerCase()
        if (value === undefined && originalDoc?.slug) return originalDoc.slug
        const name = data?.[source] ?? originalDoc?.[source]
        return typeof name === 'string' ? slugOf(name) : value
      },
    ],
  },
})
