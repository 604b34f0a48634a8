import type { OpenapiDocument } from '@/src/openapi/document'

const block = (entries: readonly [string, unknown][]): string =>
  entries.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(',\n')

/** The document with a line for each path and each component, so that a change shows as one. */
export const openapiFile = ({ components, paths, ...rest }: OpenapiDocument): string => {
  const parts = Object.entries(components).map(
    ([kind, named]) => `${JSON.stringify(kind)}: {\n${block(Object.entries(named))}\n}`,
  )
  return `{
${block(Object.entries(rest))},
"paths": {
${block(Object.entries(paths))}
},
"components": {
${parts.join(',\n')}
}
}
`
}
