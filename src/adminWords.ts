/** Payload's own words where ours read otherwise: an empty cell says nothing, and buttons are sentences. */
export const adminWords = {
  en: {
    general: {
      createNew: 'Create new',
      noLabel: '–',
      perPage: 'Per page: {{limit}}',
    },
  },
}
