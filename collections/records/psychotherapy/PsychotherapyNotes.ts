import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { PSYCHOTHERAPY_NOTE_MESSAGE } from '@/src/domain/records/psychotherapyText'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { patientField } from '../fields/patientField'
import { voidPsychotherapyNote } from './actions/voidPsychotherapyNote'
import { keepAuthor } from './keepAuthor'
import { warnAboutContent } from './warnAboutContent'

/**
 * A therapist's own notes (45 CFR 164.501): the author's alone. Nothing points here, the key ring is
 * its own, and the log of changes names no patient.
 */
export const PsychotherapyNotes: CollectionConfig = secureCollection(
  {
    slug: 'psychotherapy-notes',
    labels: { singular: 'Psychotherapy note', plural: 'Psychotherapy notes' },
    defaultSort: '-writtenAt',
    admin: {
      group: 'Records',
      useAsTitle: 'writtenAt',
      defaultColumns: ['writtenAt', 'patient', 'status'],
      description: PSYCHOTHERAPY_NOTE_MESSAGE,
    },
    fields: [
      patientField(),
      managed({
        name: 'author',
        type: 'relationship',
        relationTo: 'staff',
        required: true,
        index: true,
      }),
      confidentialText({
        name: 'text',
        label: 'Text',
        description: PSYCHOTHERAPY_NOTE_MESSAGE,
        rows: 12,
      }),
      managed({ name: 'writtenAt', type: 'date', index: true }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'draft',
        options: [
          { value: 'draft', label: 'Kept' },
          { value: 'voided', label: 'Entered in error' },
        ],
      }),
      { name: 'warnings', type: 'textarea', virtual: true, admin: { readOnly: true } },
    ],
    hooks: {
      beforeChange: [keepAuthor],
      afterChange: [warnAboutContent],
      afterRead: [warnAboutContent],
    },
  },
  {
    // No patient scope: the log must not say whom a note is about.
    scope: { patient: '', owner: 'author' },
    audit: 'chart',
    actions: [voidPsychotherapyNote],
    confidential: { subject: 'patient', ring: 'psychotherapy' },
  },
)
