import type { SelectField } from 'payload'
import { illustrations } from '@/src/domain/outreach/illustrations'

/** One of the drawings that come with the product. */
export const illustrationField = (): SelectField => ({
  name: 'illustration',
  type: 'select',
  options: Object.entries(illustrations).map(([value, { label }]) => ({ value, label })),
  admin: { description: 'A drawing that comes with the product. A photograph goes before it.' },
})
