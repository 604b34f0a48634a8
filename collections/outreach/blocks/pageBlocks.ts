import type { Block } from 'payload'
import { specialties } from '@/src/domain/outreach/vocabulary'
import { centsField } from '../../fields/scalars'
import { illustrationField } from '../fields/illustrationField'
import { linkPair } from '../fields/linkFields'
import { proseField } from '../fields/proseField'

const heading = { name: 'heading', type: 'text', maxLength: 120 } as const

const Hero: Block = {
  slug: 'hero',
  interfaceName: 'HeroBlock',
  labels: { singular: 'Opening', plural: 'Openings' },
  fields: [
    { ...heading, required: true },
    { name: 'text', type: 'textarea', maxLength: 600 },
    illustrationField(),
    { name: 'image', type: 'upload', relationTo: 'media' },
    { type: 'row', fields: linkPair('primary', 'First button') },
    { type: 'row', fields: linkPair('secondary', 'Second link') },
  ],
}

const Prose: Block = {
  slug: 'text',
  interfaceName: 'ProseBlock',
  labels: { singular: 'Text', plural: 'Texts' },
  fields: [heading, proseField('body', 'Text')],
}

const Steps: Block = {
  slug: 'steps',
  interfaceName: 'StepsBlock',
  labels: { singular: 'Steps', plural: 'Steps' },
  fields: [
    heading,
    {
      name: 'steps',
      type: 'array',
      minRows: 1,
      maxRows: 8,
      fields: [
        { name: 'title', type: 'text', required: true, maxLength: 120 },
        { name: 'text', type: 'textarea', maxLength: 600 },
      ],
    },
  ],
}

const Fees: Block = {
  slug: 'fees',
  interfaceName: 'FeesBlock',
  labels: { singular: 'Fees', plural: 'Fees' },
  fields: [
    heading,
    { name: 'text', type: 'textarea', maxLength: 1000 },
    {
      name: 'rows',
      type: 'array',
      maxRows: 40,
      fields: [
        { name: 'label', type: 'text', required: true, maxLength: 120 },
        { name: 'minutes', type: 'number', min: 1, max: 600 },
        centsField({ name: 'amountCents', label: 'Fee', required: true }),
        { name: 'note', type: 'text', maxLength: 200 },
      ],
    },
  ],
}

const Faq: Block = {
  slug: 'faq',
  interfaceName: 'FaqBlock',
  labels: { singular: 'Questions', plural: 'Questions' },
  fields: [
    heading,
    {
      name: 'items',
      type: 'array',
      minRows: 1,
      maxRows: 40,
      fields: [
        { name: 'question', type: 'text', required: true, maxLength: 200 },
        { name: 'answer', type: 'textarea', required: true, maxLength: 3000 },
      ],
    },
  ],
}

const Callout: Block = {
  slug: 'callout',
  interfaceName: 'CalloutBlock',
  labels: { singular: 'Notice', plural: 'Notices' },
  fields: [
    {
      name: 'tone',
      type: 'select',
      required: true,
      defaultValue: 'info',
      options: [
        { value: 'info', label: 'Notice' },
        { value: 'ok', label: 'Good to know' },
        { value: 'warn', label: 'Important' },
      ],
    },
    heading,
    { name: 'text', type: 'textarea', required: true, maxLength: 2000 },
    { type: 'row', fields: linkPair('link', 'Link') },
  ],
}

const Therapists: Block = {
  slug: 'therapists',
  interfaceName: 'TherapistsBlock',
  labels: { singular: 'Therapists', plural: 'Therapists' },
  fields: [
    heading,
    {
      name: 'specialty',
      type: 'select',
      options: Object.entries(specialties).map(([value, label]) => ({ value, label })),
      admin: { description: 'Only therapists with this focus. Empty shows all.' },
    },
    { name: 'limit', type: 'number', min: 1, max: 24, defaultValue: 6, label: 'At most' },
  ],
}

const Locations: Block = {
  slug: 'locations',
  interfaceName: 'LocationsBlock',
  labels: { singular: 'Locations', plural: 'Locations' },
  fields: [heading],
}

const Services: Block = {
  slug: 'services',
  interfaceName: 'ServicesBlock',
  labels: { singular: 'Services', plural: 'Services' },
  fields: [heading, { name: 'text', type: 'textarea', maxLength: 600 }],
}

const Contact: Block = {
  slug: 'contact',
  interfaceName: 'ContactBlock',
  labels: { singular: 'Contact form', plural: 'Contact forms' },
  fields: [heading, { name: 'text', type: 'textarea', maxLength: 1000 }],
}

/** What pages and services are made of; src/components/website draws each. */
export const pageBlocks: Block[] = [
  Hero,
  Prose,
  Steps,
  Fees,
  Faq,
  Callout,
  Services,
  Therapists,
  Locations,
  Contact,
]
