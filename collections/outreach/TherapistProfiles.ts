import type { CollectionConfig, FieldHook } from 'payload'
import { actorOf } from '@/access/principal'
import { secureCollection } from '@/access/secureCollection'
import { sessionFormats, specialties, stateNames } from '@/src/domain/outreach/vocabulary'
import { managed } from '../fields/managed'
import { directoryListing, forgetListing } from './directoryListing'
import { codesField } from './fields/codesField'
import { proseField } from './fields/proseField'
import { slugField } from './fields/slugField'
import { leaveRedirect } from './hooks/leaveRedirect'
import { showOnlyListed } from './hooks/showOnlyListed'
import { alwaysAnswered, previewOf, websiteVersions } from './websiteVersions'

const sayWhetherListed: FieldHook = async ({ originalDoc, data, req }) => {
  const id = originalDoc?.id ?? data?.['id']
  if (!id || actorOf(req).kind !== 'staff') return undefined
  const listing = (await directoryListing(req)).get(String(id))
  if (!listing) return undefined
  return listing.isListed ? 'Listed' : listing.reason
}

/**
 * What the public reads about a therapist; apart from the login, and its link to it never leaves the
 * staff. Shown only while the person can take somebody on (R105).
 */
export const TherapistProfiles: CollectionConfig = secureCollection(
  {
    slug: 'therapist-profiles',
    defaultSort: 'displayName',
    versions: websiteVersions,
    forceSelect: alwaysAnswered,
    admin: {
      group: 'Website',
      useAsTitle: 'displayName',
      defaultColumns: ['displayName', 'credentials', 'listing', 'isAccepting', '_status'],
      preview: previewOf('therapist-profiles'),
    },
    fields: [
      managed({
        name: 'listing',
        type: 'text',
        virtual: true,
        label: 'In the directory',
        admin: { position: 'sidebar', disableListFilter: true },
        hooks: { afterRead: [sayWhetherListed] },
      }),
      {
        name: 'staff',
        type: 'relationship',
        relationTo: 'staff',
        required: true,
        index: true,
        label: 'Member of staff',
        admin: { position: 'sidebar', description: 'Never shown outside the practice.' },
      },
      { name: 'displayName', type: 'text', required: true, maxLength: 120, index: true },
      slugField('displayName'),
      {
        type: 'row',
        fields: [
          {
            name: 'credentials',
            type: 'text',
            maxLength: 120,
            admin: { description: 'For example LCSW.' },
          },
          { name: 'pronouns', type: 'text', maxLength: 40 },
        ],
      },
      {
        name: 'supervisedBy',
        type: 'text',
        maxLength: 200,
        admin: {
          description:
            'Required by law for people in training: name and license of the supervisor.',
        },
      },
      {
        name: 'summary',
        type: 'textarea',
        maxLength: 300,
        label: 'One or two sentences for the list',
      },
      proseField('bio', 'About'),
      { name: 'photo', type: 'upload', relationTo: 'media' },
      codesField({ name: 'specialties', label: 'Focus', known: specialties }),
      {
        name: 'languages',
        type: 'text',
        defaultValue: 'English',
        maxLength: 200,
        admin: { description: 'Separated by commas: English, Spanish.' },
      },
      codesField({ name: 'formats', label: 'How sessions take place', known: sessionFormats }),
      codesField({
        name: 'states',
        label: 'Licensed in',
        known: stateNames,
        description: 'Two-letter codes separated by spaces: OR WA.',
      }),
      { name: 'payersNote', type: 'textarea', maxLength: 400, label: 'Insurance' },
      {
        name: 'isAccepting',
        type: 'checkbox',
        defaultValue: true,
        label: 'Takes new clients',
        admin: { position: 'sidebar' },
      },
    ],
    hooks: {
      beforeOperation: [showOnlyListed],
      afterChange: [
        ({ doc, req }) => {
          forgetListing(req)
          return doc
        },
        leaveRedirect('therapist-profiles'),
      ],
    },
  },
  { audit: 'writes' },
)
