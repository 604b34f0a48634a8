import { refusal } from './refusal'

const kilobyte = 1024

/** Largest body of a JSON request and of one with files, in bytes. */
export const bodyLimits = { json: 1024 * kilobyte, multipart: 12 * 1024 * kilobyte } as const

/** Names of files are ours: letters, digits, dots and dashes, in no folder. Nothing else is looked for. */
const isNoFile = (address: string): boolean => {
  const { pathname, searchParams } = new URL(address)
  const name = pathname.match(/\/file\/(.+)$/)?.[1]
  return name !== undefined && (searchParams.has('prefix') || !/^[\w.-]+$/.test(name))
}

// The reader of addresses leaves such keys out, and a filter with them: more would be answered than was asked.
const keyOfObjects =
  /[?&[](?:__proto__|constructor|prototype|toString|valueOf|hasOwnProperty)[\]=[]/

const decodeBrackets = (address: string): string =>
  address.replaceAll(/%5b/gi, '[').replaceAll(/%5d/gi, ']').replaceAll(/%5f/gi, '_')

/** Deepest nesting of a JSON body; a list in a list in a rich text needs some thirty. */
const deepest = 200

const isTooDeep = (body: unknown): boolean => {
  let level: unknown[] = [body]
  for (let depth = 0; level.length; depth += 1) {
    if (depth > deepest) return true
    level = level.flatMap((each) =>
      each && typeof each === 'object' ? Object.values(each as Record<string, unknown>) : [],
    )
  }
  return false
}

const methodsWithBody = new Set(['POST', 'PATCH', 'PUT'])
const known = ['application/json', 'multipart/form-data', 'application/x-www-form-urlencoded']

// Whole files as text: the import of remittances alone reads them.
const isFileAsText = (type: string, address: string): boolean =>
  ['application/edi-x12', 'text/plain'].includes(type) &&
  new URL(address).pathname === '/api/remittances'

// The reader of GraphQL goes down once per bracket.
const isDeepGraphql = (query: unknown): boolean => {
  if (typeof query !== 'string') return false
  let depth = 0
  for (const sign of query) {
    if (sign === '{' || sign === '[' || sign === '(') depth += 1
    if (sign === '}' || sign === ']' || sign === ')') depth -= 1
    if (depth > deepest) return true
  }
  return false
}

/** What is wrong with the body of a JSON request, in a sentence; null when it may be read. */
const faultIn = (text: string): string | null => {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return 'The body is not valid JSON. Check for a missing quote, comma or bracket.'
  }
  if (!body || typeof body !== 'object' || Array.isArray(body))
    return 'The body must be a JSON object with names and values in braces.'
  if (isTooDeep(body) || isDeepGraphql('query' in body ? body.query : ''))
    return `The body is nested deeper than ${deepest} levels.`
  return null
}

/**
 * Looks at a request before Payload parses it: size, type, and whether JSON is JSON. Answers the
 * refusal, or the request to go on with.
 */
export const guardRequest = async (request: Request): Promise<Request | Response> => {
  if (request.url.length > 16 * kilobyte)
    return refusal(414, 'too-large', 'The address is too long. Send the filter by POST.')
  if (keyOfObjects.test(decodeBrackets(request.url)))
    return refusal(
      400,
      'invalid',
      'The address names something that is no field. Check the filter.',
    )
  // Payload falls over a filter that is a word.
  if (new URL(request.url).searchParams.has('where'))
    return refusal(
      400,
      'invalid',
      'A filter names a field, an operator and a value: where[city][equals]=Bend.',
    )
  if (isNoFile(request.url))
    return refusal(
      404,
      'not-found',
      'Nothing was found here. It may not exist, or you may not have access.',
    )
  if (!methodsWithBody.has(request.method)) return request
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const length = Number(request.headers.get('content-length') ?? 0)
  const isMultipart = type === 'multipart/form-data'
  const limit = isMultipart ? bodyLimits.multipart : bodyLimits.json
  const tooLarge = refusal(
    413,
    'too-large',
    `This is larger than ${Math.round(limit / kilobyte / 1024)} MB. Send less at once.`,
  )
  if (length > limit) return tooLarge
  if (type && !known.includes(type) && !isFileAsText(type, request.url)) {
    return refusal(
      415,
      'wrong-type',
      `The content type "${type.slice(0, 60)}" is not accepted. Send application/json.`,
    )
  }
  if (type !== 'application/json') return request
  // Payload would read no filter in it and answer the whole list.
  if (request.headers.get('x-payload-http-method-override')?.toUpperCase() === 'GET')
    return refusal(
      415,
      'wrong-type',
      'A list is asked for by POST with a form: send where[city][equals]=Bend as application/x-www-form-urlencoded.',
    )
  const text = await request.text()
  if (text.length > limit) return tooLarge
  const fault = text ? faultIn(text) : null
  if (fault) return refusal(400, 'invalid', fault)
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: text || undefined,
  })
}
