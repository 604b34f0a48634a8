import { siteOrigin } from '@/src/lib/website/siteOrigin'

export const dynamic = 'force-dynamic'

const closed = [
  '/admin',
  '/api',
  '/portal',
  '/staff',
  '/preview',
  '/contact/thanks',
  '/search',
  '/blank',
]

export const GET = (): Response => {
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    `Sitemap: ${siteOrigin()}/sitemap.xml`,
    '',
  ]
  return new Response(lines.join('\n'), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
