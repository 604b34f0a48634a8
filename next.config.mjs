import { withPayload } from '@payloadcms/next/withPayload'

// Packages that only the server uses are loaded as they are installed, once. Built in, each of eleven entries
// held a copy of their text: 100 MB.
const serverExternalPackages = [
  'payload',
  '@payloadcms/db-mongodb',
  '@payloadcms/db-sqlite',
  '@payloadcms/drizzle',
  '@payloadcms/email-nodemailer',
  '@payloadcms/graphql',
  '@simplewebauthn/server',
  '@zxcvbn-ts/core',
  '@zxcvbn-ts/language-common',
  '@zxcvbn-ts/language-en',
  'csv-parse',
  'fflate',
  'libphonenumber-js',
  'mongoose',
  'nodemailer',
  'otplib',
  'payload-oapi',
  'pdfkit',
  'rate-limiter-flexible',
  'standardwebhooks',
  'temporal-polyfill',
  'undici',
]

// Plain JavaScript: for TypeScript a server would load a compiler of 25 MB.
/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  // What is built has its headers from here, pages from src/proxy.ts, data from src/lib/http.
  headers: async () => [
    {
      source: '/_next/static/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
      ],
    },
  ],
  images: { unoptimized: true },
  serverExternalPackages,
  // An entry is loaded with its first request: half a second once, against the memory of all of them.
  experimental: { preloadEntriesOnStart: false },
  typescript: { ignoreBuildErrors: true },
}

const withAdmin = withPayload(nextConfig, { devBundleServerPackages: false })

const asksForColors = ({ headers }) => headers.some(({ key }) => key === 'Critical-CH')

/**
 * Payload asks every browser for its preferred colors before the first page, which has the browser ask for that
 * page twice. Only the admin UI reads the answer, so only it asks.
 */
const headers = async () =>
  (await withAdmin.headers()).map((rule) =>
    asksForColors(rule) ? { ...rule, source: '/admin/:path*' } : rule,
  )

export default { ...withAdmin, headers }
