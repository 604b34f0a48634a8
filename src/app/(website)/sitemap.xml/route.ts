import { env } from '@/src/lib/env'
import { listPages, listServices, listTherapists } from '@/src/lib/website/records'
import { textIn } from '@/src/lib/website/rows'

export const dynamic = 'force-dynamic'

const fixed = [
  '/',
  '/services',
  '/therapists',
  '/fees',
  '/contact',
  '/privacy',
  '/how-we-keep-it',
  '/crisis',
]
const ownAddress = ['home', 'fees', 'contact', 'therapists']

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Every address that everybody may read; drafts and therapists without openings are not in it. */
export const GET = async (): Promise<Response> => {
  const [pages, services, therapists] = await Promise.all([
    listPages(),
    listServices(),
    listTherapists(),
  ])
  const origin = new URL(env.SERVER_URL).origin
  const paths = [
    ...fixed,
    ...pages
      .map((row) => textIn(row, 'slug'))
      .filter((slug) => !ownAddress.includes(slug))
      .map((slug) => `/pages/${slug}`),
    ...services.map((row) => `/services/${textIn(row, 'slug')}`),
    ...therapists.map((row) => `/therapists/${textIn(row, 'slug')}`),
  ]
  const entries = paths.map((path) => `  <url><loc>${escaped(origin + path)}</loc></url>`)
  const body = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n')
  return new Response(body, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
