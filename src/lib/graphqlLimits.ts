import type { Config } from 'payload'

/** Cost limits of GraphQL; the schema is for people and software that signed in (access control decides rows). */
export const graphqlLimits: NonNullable<Config['graphQL']> = {
  maxComplexity: 400,
  disablePlaygroundInProduction: true,
}
