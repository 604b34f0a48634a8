import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql'
import type { Config } from 'payload'

const maxAliases = 15
const maxDepth = 10

/** Counts aliases and nesting before anything runs: one request is one question, not a thousand. */
const limitShape = (context: ValidationContext): ASTVisitor => {
  let aliases = 0
  let depth = 0
  const refuse = (message: string): void => context.reportError(new GraphQLError(message))
  return {
    Field: {
      enter: (node) => {
        depth += 1
        if (depth === maxDepth + 1) refuse(`The query is nested deeper than ${maxDepth} levels.`)
        if (!node.alias) return
        aliases += 1
        if (aliases === maxAliases + 1) refuse(`The query has more than ${maxAliases} aliases.`)
      },
      leave: () => {
        depth -= 1
      },
    },
  }
}

/** What somebody may do is told without the filter behind it: that names records by their ids (see ownRights.ts). */
const hideFilters = (context: ValidationContext): ASTVisitor => ({
  Field: {
    enter: (node) => {
      const isRight = /Access$/.test(context.getParentType()?.name ?? '')
      if (isRight && node.name.value === 'where')
        context.reportError(new GraphQLError('The filter behind a right is not told.'))
    },
  },
})

/** Cost limits of GraphQL. Introspection is for signed-in callers: the route sees to that. */
export const graphqlLimits: NonNullable<Config['graphQL']> = {
  maxComplexity: 400,
  disablePlaygroundInProduction: true,
  disableIntrospectionInProduction: false,
  validationRules: () => [limitShape, hideFilters],
}
