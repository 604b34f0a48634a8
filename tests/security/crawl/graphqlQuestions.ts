import { twinId } from '../world/otherWorld'
import { reaches } from '../world/table'
import { chunks, isHeld } from './graphqlRequests'
import { leavesOf, type Roots } from './graphqlSchema'
import { isShut, type Place, pathsOf } from './inference'
import type { Question } from './interference'
import { isSampled } from './sample'

const question = (query: string): Question => ({
  path: `GraphQL ${query}`,
  send: ({ client }) => client.graphql(query),
})

/** What lies in a column, asked for and ordered by, where the caller may not read it. */
const askShut = (place: Place, { list }: Roots): Question[] =>
  pathsOf(place.config)
    .filter((path) => isShut(place, path))
    .flatMap(({ path, field }) => {
      const values = place.oracle.rowsOf(place.config.slug).map((row) => row[path])
      const value = values.find((each) => typeof each === 'string') ?? 'x'
      const isText = ['text', 'textarea', 'email'].includes(field.type)
      const where = `where: { ${path.replaceAll('.', '__')}: { equals: ${JSON.stringify(value)} } }`
      return [...(isText ? [where] : []), `sort: "${path}"`].map((ask) =>
        question(`{ ${list}(${ask}, limit: 5) { totalDocs docs { id } } }`),
      )
    })

/** Everything a caller can ask about a collection by GraphQL: rows, counts, ids, related records. */
export const graphqlQuestions = (place: Place, roots: Roots): Question[] => {
  const { caller, config, oracle } = place
  const { slug } = config
  const { count, list, one, record, versions } = roots
  const beyond = oracle.rowsOf(slug).find((row) => !reaches(caller.facts, slug, 'read', row))
  const counts = [
    `${count} { totalDocs }`,
    ...(versions ? [`${versions}(limit: 50) { totalDocs }`] : []),
    ...(beyond ? [`${one}(id: "${beyond.id}") { id }`] : []),
  ]
  const rights = ['create', 'read', 'update', 'delete'].map((verb) => `${verb} { permission }`)
  const ids = [beyond?.id, twinId(slug, 0), twinId(slug, 1)].filter(Boolean)
  counts.push(...ids.map((id) => `docAccess${one}(id: "${id}") { ${rights.join(' ')} }`))
  const heads = counts.map((each) => question(`{ ${each} }`))
  if (!isHeld(caller, slug)) return [...heads, question(`{ ${list} { totalDocs docs { id } } }`)]
  const nested = isSampled(`nested twice ${caller.name} ${slug}`, 3)
    ? leavesOf(record, 1).filter((leaf) => leaf.includes('{'))
    : []
  return [
    ...heads,
    ...chunks([...leavesOf(record, 0)], 120).map((leaves) =>
      question(`{ ${list}(limit: 1000) { docs { ${leaves.join(' ')} } totalDocs } }`),
    ),
    ...chunks(nested, 60).map((leaves) =>
      question(`{ ${list}(limit: 50) { docs { ${leaves.join(' ')} } } }`),
    ),
    ...askShut(place, roots),
  ]
}
