import { env } from '@/src/lib/env'

export const dynamic = 'force-dynamic'

const closed = ['/admin', '/api', '/portal', '/staff', '/preview', '/contact/thanks', '/search']

export const GET = (): Response => {
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    `Sitemap: ${new URL(env.SERVER_URL).origin}/sitemap.xml`,
    '',
  ]
  return new Response(lines.join('\n'), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
