/**
 * Every function that a browser may call on the server of the admin, with what a curious person would send to read
 * one record by it. tests/integration/appDoors.test.ts holds the list against Payload's.
 */
export const functionsAbout = (slug: string, id: string): { name: string; args: object }[] => {
  const about = { collectionSlug: slug, id, docID: id, locale: null }
  const rights = { create: true, read: true, update: true, fields: true }
  return [
    {
      name: 'form-state',
      args: {
        ...about,
        operation: 'update',
        schemaPath: slug,
        docPermissions: rights,
        docPreferences: { fields: {} },
        renderAllFields: true,
        returnLivePreviewURL: true,
        data: { id },
      },
    },
    { name: 'table-state', args: { ...about, query: { limit: 100 }, enableRowSelections: false } },
    { name: 'render-list', args: { ...about, query: { limit: 100 } } },
    { name: 'render-document', args: { ...about, initialData: null, paramsOverride: {} } },
    { name: 'render-document-slots', args: about },
    { name: 'copy-data-from-locale', args: { ...about, fromLocale: 'en', toLocale: 'de' } },
    { name: 'schedule-publish', args: { type: 'publish', doc: { relationTo: slug, value: id } } },
    {
      name: 'get-folder-results-component-and-data',
      args: { ...about, collectionsToDisplay: [slug], browseByFolder: true },
    },
    { name: 'get-default-layout', args: about },
    { name: 'get-upcoming-scheduled-publish', args: about },
    { name: 'render-widget', args: { ...about, widgetSlug: slug } },
    { name: 'slugify', args: { ...about, path: 'slug', valueToSlugify: id } },
    { name: 'render-field', args: { ...about, field: { name: 'intervention', type: 'text' } } },
  ]
}
