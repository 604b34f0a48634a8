import type { OpenKind } from '@/hooks/rules/people/openWork'
import { countOf } from '@/src/domain/countOf'

/** Headings of what is open, in the order in which it is handed over. */
export const kindWords: readonly (readonly [kind: OpenKind, title: string, hint: string])[] = [
  [
    'caseload',
    'Caseload',
    'The successor joins the care team today; the chart stays open to both until tonight.',
  ],
  ['appointments', 'Appointments', 'Moved at the same time; patients are told by e-mail.'],
  ['tasks', 'Tasks', ''],
  [
    'supervision',
    'Supervision',
    'Trainees go to the successor; what they receive themselves ends.',
  ],
  ['shifts', 'On-call shifts', ''],
  ['clients', 'Programs they answer for', 'You answer for them from then on. Keys go on working.'],
]

/** What nobody else can do for them. */
export const ownWords: readonly (readonly [kind: OpenKind, title: string, hint: string])[] = [
  [
    'notes',
    'Unsigned notes',
    'Signed by their author, or co-signed by the supervisor, before they go.',
  ],
  ['risks', 'Open risks', 'They go with the patient. Whoever takes over sees them first.'],
]

const labels: Readonly<Record<string, readonly [one: string, many: string]>> = {
  appointments: ['appointment', 'appointments'],
  caseload: ['patient', 'patients'],
  tasks: ['task', 'tasks'],
  supervision: ['supervision agreement', 'supervision agreements'],
  shifts: ['on-call shift', 'on-call shifts'],
  clients: ['program', 'programs'],
}

/** "14 appointments". */
export const counted = (kind: string, count: number): string => {
  const [one, many] = labels[kind] ?? [kind, kind]
  return countOf(count, one, many)
}
