import type { IconName } from '../ui/Icon'

export type Area = 'Billing' | 'Records' | 'Oversight' | 'Practice'

export type WorkView = {
  path: string
  label: string
  icon: IconName
  /** Menu it stands in; the screens of every day stand by themselves. */
  area?: Area
  /** Cell of the policy table that opens the view; everybody on staff without one. */
  needs?: { slug: string; verb: string }
  /** Other addresses that belong to it, such as those of its records. */
  also?: readonly string[]
}

/** The screens that work is done in, in the order of a day. */
export const workViews: readonly WorkView[] = [
  { path: '/admin', label: 'Today', icon: 'home' },
  {
    path: '/admin/inquiry-board',
    label: 'Inquiries',
    icon: 'inbox',
    needs: { slug: 'inquiries', verb: 'triage' },
  },
  {
    path: '/admin/calendar',
    label: 'Calendar',
    icon: 'calendar',
    needs: { slug: 'appointments', verb: 'read' },
  },
  {
    path: '/admin/collections/patients',
    label: 'Patients',
    icon: 'person',
    needs: { slug: 'patients', verb: 'read' },
    also: ['/admin/patient', '/admin/note', '/admin/intake'],
  },
  {
    path: '/admin/find-words',
    label: 'Find words',
    icon: 'search',
    area: 'Records',
    needs: { slug: 'progress-notes', verb: 'sign' },
  },
  {
    path: '/admin/records-requests',
    label: 'Records requests',
    icon: 'file',
    area: 'Records',
    needs: { slug: 'record-requests', verb: 'read' },
  },
  {
    path: '/admin/claim-board',
    label: 'Claims',
    icon: 'file',
    area: 'Billing',
    needs: { slug: 'claims', verb: 'read' },
  },
  {
    path: '/admin/remittances-post',
    label: 'Remittances',
    icon: 'money',
    area: 'Billing',
    needs: { slug: 'remittances', verb: 'read' },
  },
  {
    path: '/admin/aging',
    label: 'Aging',
    icon: 'clock',
    area: 'Billing',
    needs: { slug: 'ledger-entries', verb: 'read' },
  },
  {
    path: '/admin/marketing',
    label: 'Marketing',
    icon: 'chart',
    needs: { slug: 'campaigns', verb: 'read' },
  },
  {
    path: '/admin/rule-book',
    label: 'Rules',
    icon: 'rules',
    area: 'Oversight',
    needs: { slug: 'rule-settings', verb: 'read' },
  },
  {
    path: '/admin/emergency-access',
    label: 'Emergency access',
    icon: 'alert',
    area: 'Oversight',
    needs: { slug: 'break-glass-grants', verb: 'read' },
  },
  {
    path: '/admin/access-log',
    label: 'Access log',
    icon: 'clock',
    area: 'Oversight',
    needs: { slug: 'audit-events', verb: 'read' },
  },
  {
    path: '/admin/who-can-see',
    label: 'Who can see what',
    icon: 'person',
    area: 'Oversight',
    needs: { slug: 'audit-events', verb: 'read' },
  },
  {
    path: '/admin/trust',
    label: 'Trust center',
    icon: 'lock',
    area: 'Oversight',
    needs: { slug: 'audit-events', verb: 'read' },
  },
  {
    path: '/admin/amendments',
    label: 'Changes asked for',
    icon: 'file',
    area: 'Records',
    needs: { slug: 'amendment-requests', verb: 'enter' },
  },
  {
    path: '/admin/retention',
    label: 'Retention',
    icon: 'file',
    area: 'Records',
    needs: { slug: 'destruction-lists', verb: 'read' },
  },
  {
    path: '/admin/import',
    label: 'Import',
    icon: 'inbox',
    area: 'Practice',
    needs: { slug: 'import-runs', verb: 'start' },
  },
  {
    path: '/admin/collections/staff',
    label: 'Staff',
    icon: 'person',
    area: 'Practice',
    needs: { slug: 'staff', verb: 'invite' },
    also: ['/admin/leaving'],
  },
  {
    path: '/admin/collections/credentials',
    label: 'Credentials',
    icon: 'file',
    area: 'Practice',
    needs: { slug: 'credentials', verb: 'update' },
  },
  {
    path: '/admin/roles',
    label: 'Roles',
    icon: 'person',
    area: 'Practice',
    needs: { slug: 'role-grants', verb: 'read' },
  },
  {
    path: '/admin/api-clients',
    label: 'API clients',
    icon: 'plug',
    area: 'Practice',
    needs: { slug: 'api-clients', verb: 'read' },
  },
  {
    path: '/admin/webhooks',
    label: 'Webhooks',
    icon: 'plug',
    area: 'Practice',
    needs: { slug: 'webhooks', verb: 'read' },
  },
  {
    path: '/admin/encryption',
    label: 'Encryption',
    icon: 'lock',
    area: 'Practice',
    needs: { slug: 'key-rotations', verb: 'read' },
  },
  {
    path: '/admin/setup',
    label: 'Guided start',
    icon: 'rules',
    area: 'Practice',
    needs: { slug: 'setup', verb: 'update' },
  },
  { path: '/admin/signing-in', label: 'Signing in', icon: 'lock', area: 'Practice' },
]
