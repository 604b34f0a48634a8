import type { CollectionConfig } from 'payload'
import { roleLabels, staffRoles } from '@/access/roles'
import { secureCollection } from '@/access/secureCollection'
import { managed } from '../fields/managed'
import { completeTask } from './actions/completeTask'

/** Work that waits for somebody. Says what to do and where, never anything clinical. */
export const Tasks: CollectionConfig = secureCollection(
  {
    slug: 'tasks',
    defaultSort: 'dueAt',
    admin: {
      group: 'Work',
      useAsTitle: 'title',
      defaultColumns: ['title', 'dueAt', 'assignee', 'assignedRole', 'status'],
    },
    fields: [
      managed({
        name: 'uniqueKey',
        type: 'text',
        unique: true,
        index: true,
        admin: { hidden: true },
        defaultValue: () => crypto.randomUUID(),
      }),
      { name: 'title', type: 'text', required: true },
      { name: 'kind', type: 'text', defaultValue: 'general', index: true },
      { name: 'assignee', type: 'relationship', relationTo: 'staff', index: true },
      {
        name: 'assignedRole',
        type: 'select',
        index: true,
        options: staffRoles.map((value) => ({ value, label: roleLabels[value] })),
      },
      { name: 'dueAt', type: 'date', index: true },
      { name: 'isUrgent', type: 'checkbox', defaultValue: false, index: true },
      managed({
        name: 'status',
        type: 'select',
        defaultValue: 'open',
        index: true,
        options: [
          { value: 'open', label: 'Open' },
          { value: 'done', label: 'Done' },
        ],
      }),
      managed({ name: 'collectionSlug', type: 'text' }),
      managed({ name: 'recordId', type: 'text', index: true }),
      managed({ name: 'closesOnlyBy', type: 'text' }),
      managed({ name: 'doneAt', type: 'date' }),
      managed({ name: 'doneBy', type: 'relationship', relationTo: 'staff' }),
    ],
  },
  { scope: { owner: 'assignee' }, audit: 'writes', actions: [completeTask] },
)
