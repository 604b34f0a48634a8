/**
 * The fields in which every progress note is stored. Formats are views of them: changing the format
 * moves no text.
 */
export const NOTE_FIELDS = [
  'focus',
  'reported',
  'observed',
  'intervention',
  'response',
  'assessment',
  'plan',
  'homework',
] as const
export type NoteField = (typeof NOTE_FIELDS)[number]
export type NoteText = Partial<Record<NoteField, string | null>>

export const NOTE_FIELD_LABELS: Record<NoteField, string> = {
  focus: 'Goal or objective worked on',
  reported: 'What the client reported',
  observed: 'What was observed',
  intervention: 'What the clinician did',
  response: 'How the client responded',
  assessment: 'Progress and medical necessity',
  plan: 'Next step',
  homework: 'Homework',
}

export const NOTE_FORMATS = ['SOAP', 'DAP', 'BIRP', 'GIRP'] as const
export type NoteFormat = (typeof NOTE_FORMATS)[number]

export type NoteSection = { key: string; title: string; fields: NoteField[] }

/** Each format holds every field exactly once, so that no view hides what another one shows. */
export const NOTE_FORMAT_SECTIONS: Record<NoteFormat, NoteSection[]> = {
  SOAP: [
    { key: 'subjective', title: 'Subjective', fields: ['reported'] },
    { key: 'objective', title: 'Objective', fields: ['observed', 'intervention', 'response'] },
    { key: 'assessment', title: 'Assessment', fields: ['focus', 'assessment'] },
    { key: 'plan', title: 'Plan', fields: ['plan', 'homework'] },
  ],
  DAP: [
    {
      key: 'data',
      title: 'Data',
      fields: ['focus', 'reported', 'observed', 'intervention', 'response'],
    },
    { key: 'assessment', title: 'Assessment', fields: ['assessment'] },
    { key: 'plan', title: 'Plan', fields: ['plan', 'homework'] },
  ],
  BIRP: [
    { key: 'behavior', title: 'Behavior', fields: ['focus', 'reported', 'observed'] },
    { key: 'intervention', title: 'Intervention', fields: ['intervention'] },
    { key: 'response', title: 'Response', fields: ['response', 'assessment'] },
    { key: 'plan', title: 'Plan', fields: ['plan', 'homework'] },
  ],
  GIRP: [
    { key: 'goal', title: 'Goal', fields: ['focus'] },
    { key: 'intervention', title: 'Intervention', fields: ['intervention'] },
    {
      key: 'response',
      title: 'Response',
      fields: ['reported', 'observed', 'response', 'assessment'],
    },
    { key: 'plan', title: 'Plan', fields: ['plan', 'homework'] },
  ],
}

export type NoteViewSection = {
  key: string
  title: string
  parts: { field: NoteField; label: string; text: string }[]
}

/** A note in one format, with every field in its place, empty ones included (for writing). */
export const noteView = ({
  format,
  note,
}: {
  format: NoteFormat
  note: NoteText
}): NoteViewSection[] =>
  NOTE_FORMAT_SECTIONS[format].map(({ key, title, fields }) => ({
    key,
    title,
    parts: fields.map((field) => ({
      field,
      label: NOTE_FIELD_LABELS[field],
      text: note[field] ?? '',
    })),
  }))

/** The same without what is empty (for reading and print). */
export const readableNote = ({
  format,
  note,
}: {
  format: NoteFormat
  note: NoteText
}): NoteViewSection[] =>
  noteView({ format, note })
    .map((section) => ({ ...section, parts: section.parts.filter(({ text }) => text.trim()) }))
    .filter(({ parts }) => parts.length > 0)
