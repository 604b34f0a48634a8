/** Records that can be searched for words, and the day each is listed under. */
export const searchableRecords = [
  { slug: 'progress-notes', label: 'Progress note', day: 'serviceDate', path: '/admin/note/' },
  {
    slug: 'addenda',
    label: 'Addendum',
    day: 'serviceDate',
    path: '/admin/collections/addenda/',
  },
  {
    slug: 'intake-assessments',
    label: 'Intake assessment',
    day: 'serviceDate',
    path: '/admin/intake/',
  },
  {
    slug: 'treatment-plans',
    label: 'Treatment plan',
    day: 'effectiveDate',
    path: '/admin/collections/treatment-plans/',
  },
] as const

/** One line of the answer of POST /api/progress-notes/find-words. */
export type WordsLine =
  | { kind: 'hit'; record: string; day: string; patient: string; href: string; snippet: string }
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'end'; hits: number; isCutOff: boolean }
