import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { env } from './lib/env'
import { securityHeaders, zoneOf } from './lib/http/securityHeaders'

const isHttps = env.SERVER_URL.startsWith('https:')

const isReadable = (path: string): boolean => {
  try {
    return Boolean(decodeURIComponent(path))
  } catch {
    return false
  }
}

const isApi = /^\/(portal\/)?api\//

/** Every page gets its headers here; what the API answers gets them in src/lib/http/answerHeaders.ts. */
export const proxy = (request: NextRequest): NextResponse => {
  if (!isReadable(request.nextUrl.pathname))
    return new NextResponse('This address is broken. Check the link.', { status: 400 })
  if (isApi.test(request.nextUrl.pathname)) return NextResponse.next()
  const nonce = randomBytes(16).toString('base64')
  const headers = securityHeaders({ zone: zoneOf(request.nextUrl.pathname), nonce, isHttps })
  // Next reads the nonce for its own scripts from the policy on the request.
  const given = new Headers(request.headers)
  given.set('Content-Security-Policy', headers['Content-Security-Policy'] ?? '')
  const response = NextResponse.next({ request: { headers: given } })
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

// Of the API only addresses with a percent sign come by: those may be broken.
export const config = {
  matcher: ['/((?!api/|portal/api/|_next/static/).*)', '/(api|portal/api)/(.*%.*)'],
}
