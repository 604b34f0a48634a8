type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node =>
  Boolean(value) && typeof value === 'object' && !Array.isArray(value)

const lineBreaks = new Set(['paragraph', 'heading', 'listitem', 'quote', 'linebreak'])

const textOf = (node: unknown): string => {
  if (!isNode(node)) return ''
  const { children, text, type } = node
  const own = typeof text === 'string' ? text : ''
  const inside = Array.isArray(children) ? children.map(textOf).join('') : ''
  return own + inside + (lineBreaks.has(String(type)) ? '\n' : '')
}

/** What somebody wrote in the editor, as plain text with a line for each paragraph. */
export const plainProse = (body: unknown): string =>
  isNode(body) ? textOf(body['root']).replace(/\n+/g, '\n').trim() : ''

const wordsPerMinute = 220

/** How long an article takes to read, in whole minutes. */
export const minutesToRead = (body: unknown): number =>
  Math.max(1, Math.round(plainProse(body).split(/\s+/).filter(Boolean).length / wordsPerMinute))

const first = (value: string | readonly string[] | undefined): string =>
  (typeof value === 'string' ? value : value?.[0]) ?? ''

/** Number of the page asked for, starting with 1. */
export const pageNumber = (value: string | readonly string[] | undefined): number => {
  const text = first(value)
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1
}
