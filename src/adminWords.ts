/**
 * Payload's own words where ours read otherwise: an empty cell says nothing, buttons are sentences, and a list
 * without a row says what to do next.
 */
export const adminWords = {
  en: {
    general: {
      createdAt: 'Created',
      createNew: 'Create new',
      false: 'No',
      lastModified: 'Last changed',
      noLabel: '–',
      noResultsDescription:
        'There is nothing here yet, or nothing that you may see and that fits. If you searched or filtered, ask for less above.',
      noResultsFound: 'Nothing to show',
      perPage: 'Per page: {{limit}}',
      true: 'Yes',
      updatedAt: 'Last changed',
    },
    error: {
      documentNotFound:
        'This record is not there, or you may not see it. It may have been removed since the link was made.',
      // isDuplicateKey knows it by its last words.
      valueMustBeUnique: 'Another one has this already, and it must be unique',
    },
    fields: { collapseAll: 'Collapse all', showAll: 'Show all' },
    upload: { bulkUpload: 'Upload several', fileName: 'File' },
    validation: {
      emailAddress: 'Enter an e-mail address, such as name@example.com.',
      enterNumber: 'Enter a number.',
      greaterThanMax: 'Enter {{max}} or less.',
      invalidSelection: 'Choose what is in the list.',
      lessThanMin: 'Enter {{min}} or more.',
      longerThanMin: 'Enter at least {{minLength}} characters.',
      shorterThanMax: 'Enter at most {{maxLength}} characters.',
    },
    version: { currentlyPublished: 'Published now', saveDraft: 'Save draft' },
  },
}
