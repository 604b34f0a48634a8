/** Kinds of records that carry the Part 2 label, and the columns through which others take it over from them. */
export const labelled: Readonly<Record<string, readonly { slug: string; column: string }[]>> = {
  patients: [],
  sessions: [
    { slug: 'progress-notes', column: 'session' },
    { slug: 'intake-assessments', column: 'session' },
    { slug: 'charges', column: 'session' },
  ],
  'intake-assessments': [
    { slug: 'addenda', column: 'assessment' },
    { slug: 'treatment-plans', column: 'intakeAssessment' },
  ],
  'progress-notes': [{ slug: 'addenda', column: 'note' }],
  'treatment-plans': [],
  addenda: [],
  diagnoses: [],
  'measure-responses': [],
  'safety-plans': [],
  documents: [],
  charges: [],
}

export const labelledSlugs = Object.keys(labelled) as [string, ...string[]] // never empty
