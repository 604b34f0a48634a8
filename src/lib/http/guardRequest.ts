const kilobyte = 1024

/** Largest body of a JSON request and of one with files, in bytes. */
export const bodyLimits = { json: 1024 * kilobyte, multipart: 12 * 1024 * kilobyte } as const

const refusal = (status: number, code: string, message: string): Response =>
  Response.json(
    { errors: [{ status, code, name: 'Refusal', message, reference: '', data: { errors: [] } }] },
    { status },
  )

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
const known = [
  'application/json',
  'multipart/form-data',
  'application/x-www-form-urlencoded',
  'application/edi-x12',
  'text/plain',
]

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
  if (type && !known.includes(type)) {
    return refusal(
      415,
      'wrong-type',
      `The content type "${type.slice(0, 60)}" is not accepted. Send application/json.`,
    )
  }
  if (type !== 'application/json') return request
  const text = await request.text()
  if (text.length > limit) return tooLarge
  if (text) {
    try {
      if (isTooDeep(JSON.parse(text)))
        return refusal(400, 'invalid', `The body is nested deeper than ${deepest} levels.`)
    } catch {
      return refusal(
        400,
        'invalid',
        'The body is not valid JSON. Check for a missing quote, comma or bracket.',
      )
    }
  }
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: text || undefined,
  })
}
