import type { Field, PayloadRequest } from 'payload'

const longest = 100

// Only the page that makes a record reads its address; a request to the API says what it wants itself.
const isCreatePage = (pathname: string | undefined): boolean =>
  /^\/admin\/collections\/[\w-]+\/create$/.test(pathname ?? '')

const valueIn = (req: PayloadRequest, name: string): string | undefined => {
  if (!isCreatePage(req.pathname)) return undefined
  const value = req.query?.[name]
  return typeof value === 'string' && value.length <= longest ? value : undefined
}

/**
 * Lets a link such as `/admin/collections/consents/create?patient=<id>` open the form with that answer
 * filled in. It is a proposal like any typed one: access, scope and rules judge it when it is saved.
 */
export const prefillFromAddress = (field: Field): Field => {
  const isPlain = field.type === 'relationship' || field.type === 'select' || field.type === 'text'
  if (!isPlain || field.hasMany || field.defaultValue !== undefined) return field
  return {
    ...field,
    defaultValue: ({ req }: { req?: PayloadRequest }) =>
      req ? valueIn(req, field.name) : undefined,
  } as Field // keeps its type
}
