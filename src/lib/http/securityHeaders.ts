/** Where an answer is used; each zone has the strictest policy its pages work under. */
export type Zone = 'website' | 'portal' | 'admin' | 'api'

const isUnder = (pathname: string, root: string): boolean =>
  pathname === root || pathname.startsWith(`${root}/`)

export const zoneOf = (pathname: string): Zone => {
  if (isUnder(pathname, '/api') || isUnder(pathname, '/portal/api')) return 'api'
  if (isUnder(pathname, '/admin')) return 'admin'
  if (isUnder(pathname, '/portal') || isUnder(pathname, '/staff')) return 'portal'
  return 'website'
}

type Directives = Record<string, readonly string[]>

// The four style elements of Payload 3.90.1's admin: the order of its layers, the empty one that its select
// boxes fill through the CSSOM, and those of its toasts and its tables. tests/e2e/headers.spec.ts names a
// new one when Payload changes.
const adminStyleHashes = [
  'UO8+f0Vt7qym1f9lUl0nh47l5M7MX3W3qSnbWSxu6+8=',
  '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  'Od9mHMH7x2G6QuoV3hsPkDCwIyqbg2DX3F5nLeCYQBc=',
  'RRvYYvypkfR67NPWQ5YM5msNEwtYz7N+9rYPCnXMfXw=',
]

const pageDirectives = (nonce: string): Directives => ({
  'default-src': ["'none'"],
  // Browsers that know 'strict-dynamic' ignore 'self': only what carries the nonce, and what that loads, runs.
  'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'"],
  'script-src-attr': ["'none'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
})

const adminStyles: Directives = {
  // React writes style attributes all over Payload's admin; an attribute runs nothing and loads only
  // what img-src and font-src allow.
  'style-src-attr': ["'unsafe-inline'"],
  'style-src-elem': ["'self'", ...adminStyleHashes.map((hash) => `'sha256-${hash}'`)],
}

const dataDirectives: Directives = {
  'default-src': ["'none'"],
  'form-action': ["'none'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
}

const directivesOf = (zone: Zone, nonce: string): Directives => {
  if (zone === 'api') return dataDirectives
  return zone === 'admin' ? { ...pageDirectives(nonce), ...adminStyles } : pageDirectives(nonce)
}

const policyText = (directives: Directives, isHttps: boolean): string =>
  [
    ...Object.entries(directives).map(([name, sources]) => [name, ...sources].join(' ')),
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ')

const unusedFeatures = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'payment',
  'usb',
]

const constant: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': unusedFeatures.map((name) => `${name}=()`).join(', '),
}

// hstspreload.org asks for at least one year; two are its recommendation.
const hsts = 'max-age=63072000; includeSubDomains'

/**
 * Every security header of an answer; the only place that knows them. `nonce` is of one answer alone.
 * Whatever can only be read by somebody signed in is never stored by a browser or proxy.
 */
export const securityHeaders = ({
  zone,
  nonce = '',
  isHttps,
}: {
  zone: Zone
  nonce?: string
  isHttps: boolean
}): Record<string, string> => ({
  ...constant,
  'Content-Security-Policy': policyText(directivesOf(zone, nonce), isHttps),
  // Other sites never learn which page somebody read; inside, links need no referrer either.
  'Referrer-Policy': zone === 'website' ? 'same-origin' : 'no-referrer',
  ...(zone === 'website' ? {} : { 'Cache-Control': 'no-store' }),
  ...(isHttps ? { 'Strict-Transport-Security': hsts } : {}),
})
