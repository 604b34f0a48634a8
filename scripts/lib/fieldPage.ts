import type { FlattenedField, SanitizedConfig } from 'payload'
import { fieldClasses, fieldClassOf } from '@/access/fieldClasses'
import { made } from './docPages'

const ofTheSystem = new Set(['id', 'createdAt', 'updatedAt'])

const pathsOf = (fields: readonly FlattenedField[], prefix = ''): string[] =>
  fields
    .filter(({ name }) => !ofTheSystem.has(name))
    .flatMap((field) => {
      const path = `${prefix}${field.name}`
      if (field.type === 'blocks')
        return field.blocks.flatMap((block) => pathsOf(block.flattenedFields, `${path}.`))
      return 'flattenedFields' in field && field.flattenedFields.length
        ? pathsOf(field.flattenedFields, `${path}.`)
        : [path]
    })

/**
 * docs/field-classes.md: a field that nobody looked at makes the page stale, and the change of the page shows
 * which class it got.
 */
export const fieldPage = (config: SanitizedConfig): string => {
  const kinds = [...config.collections, ...config.globals].filter(({ slug }) => fieldClasses[slug])
  const section = ({ slug, flattenedFields }: (typeof kinds)[number]): string[] => {
    const paths = [...new Set(pathsOf(flattenedFields))]
    const classes = [...new Set(paths.map((path) => fieldClassOf(slug, path)))].sort()
    const standard = fieldClasses[slug]?.default
    return [
      `### ${slug}`,
      '',
      ...classes.map((name) => {
        const own = paths.filter((path) => fieldClassOf(slug, path) === name)
        const note = name === standard ? ' (unless said otherwise)' : ''
        return `- **${name}**${note}: ${own.join(', ')}`
      }),
      '',
    ]
  }
  return [
    made('access/fieldClasses.ts and the collections'),
    '# The class of every field',
    '',
    'Who reads and writes a class is in [who-can-see-what.md](who-can-see-what.md). A new field makes this page stale,',
    'and `npm test` fails until somebody has made it anew and seen in which class the field is.',
    '',
    ...kinds.flatMap(section),
  ].join('\n')
}
