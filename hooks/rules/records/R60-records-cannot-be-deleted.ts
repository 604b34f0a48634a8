import { defineRule } from '../rule'

const deletable = [
  'pages',
  'services',
  'therapist-profiles',
  'posts',
  'redirects',
  'media',
  'availability',
  'closures',
  'on-call-shifts',
]

export const recordsCannotBeDeleted = defineRule({
  id: 'R60',
  title: 'Clinical, consent and billing records are never deleted',
  area: 'records',
  appliesTo: ['*:delete'],
  override: null,
  check: ({ change }) =>
    deletable.includes(change.slug)
      ? []
      : [{ message: 'Records cannot be deleted. Mark it as entered in error instead.' }],
})
