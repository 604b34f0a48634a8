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
      JSON.parse(text)
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
