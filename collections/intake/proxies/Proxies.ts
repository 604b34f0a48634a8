import type { CheckboxField, CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { PROXY_BASES, PROXY_RIGHTS } from '@/src/domain/people/proxies'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { dayField, instantField } from '../../fields/scalars'
import { fixedRelation, patientField } from '../../records/fields/patientField'
import { approveProxy } from './actions/approveProxy'
import { inviteProxy } from './actions/inviteProxy'
import { refuseProxy } from './actions/refuseProxy'
import { revokeProxy } from './actions/revokeProxy'
import { setProxyRights } from './actions/setProxyRights'
import { END_REASONS } from './endReasons'
import { keyProxy } from './keyProxy'

const isFixed = () => false

const rightField = ({ name, label }: { name: string; label: string }): CheckboxField => ({
  name,
  label,
  type: 'checkbox',
  defaultValue: false,
  access: { update: isFixed },
})

/**
 * The authority of one person over the care of one patient: on what it rests, what it covers, from when to
 * when. It may come with a portal login of that person's own, never a shared one.
 */
export const Proxies: CollectionConfig = secureCollection(
  {
    slug: 'proxies',
    labels: { singular: 'Proxy', plural: 'Guardians and proxies' },
    defaultSort: 'name',
    admin: {
      group: 'Patients',
      useAsTitle: 'name',
      defaultColumns: ['name', 'patient', 'basis', 'status', 'startsOn', 'endsOn'],
      description: 'Who may see, book, pay or consent for somebody else.',
    },
    fields: [
      managed({
        name: 'uniqueKey',
        type: 'text',
        unique: true,
        index: true,
        admin: { hidden: true },
      }),
      patientField(),
      fixedRelation({
        name: 'relatedPerson',
        relationTo: 'related-persons',
        label: 'Person',
        required: true,
      }),
      managed({ name: 'name', type: 'text' }),
      managed({ name: 'patientName', type: 'text', admin: { hidden: true } }),
      {
        name: 'basis',
        type: 'select',
        required: true,
        label: 'Authority',
        options: PROXY_BASES.map(({ value, label }) => ({ value, label })),
        access: { update: isFixed },
      },
      fixedRelation({ name: 'document', relationTo: 'documents', label: 'Paper that shows it' }),
      ...PROXY_RIGHTS.map(rightField),
      dayField({ name: 'startsOn', label: 'From', access: { update: isFixed } }),
      dayField({ name: 'endsOn', label: 'Last day', access: { update: isFixed } }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'proposed',
        index: true,
        options: [
          { value: 'proposed', label: 'To be approved' },
          { value: 'active', label: 'Active' },
          { value: 'ended', label: 'Ended' },
        ],
      }),
      managed({
        name: 'portalUser',
        type: 'relationship',
        relationTo: 'portal-users',
        index: true,
        label: 'Portal account',
      }),
      managed({ name: 'approvedBy', type: 'relationship', relationTo: 'staff' }),
      managed(instantField({ name: 'approvedAt' })),
      managed(instantField({ name: 'endedAt' })),
      managed({
        name: 'endReason',
        type: 'select',
        options: END_REASONS.map(({ value, label }) => ({ value, label })),
      }),
      confidentialText({
        name: 'refusalReason',
        label: 'Why this person is not treated as a representative',
        rows: 2,
        readOnly: true,
      }),
    ],
    hooks: { beforeChange: [keyProxy] },
  },
  {
    audit: 'chart',
    actions: [approveProxy, inviteProxy, setProxyRights, revokeProxy, refuseProxy],
    confidential: { subject: 'patient' },
  },
)
