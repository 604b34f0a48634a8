import { addressOf, fixedAddresses, ownAddressOf } from '@/src/domain/outreach/addresses'
import { xmlText } from '@/src/domain/outreach/feeds'
import { textIn } from '@/src/domain/row'
import { listPages, listPosts, listServices, listTherapists } from '@/src/lib/website/records'
import { siteOrigin } from '@/src/lib/website/siteOrigin'

export const dynamic = 'force-dynamic'

/** Every address that everybody may read; drafts and therapists without openings are not in it. */
export const GET = async (): Promise<Response> => {
  const [pages, services, therapists, posts] = await Promise.all([
    listPages(),
    listServices(),
    listTherapists(),
    listPosts(),
  ])
  const origin = siteOrigin()
  const ofPages = pages
    .map((row) => textIn(row, 'slug'))
    .filter((slug) => !ownAddressOf(slug))
    .map((slug) => addressOf('pages', slug))
  const paths = [
    ...fixedAddresses.filter((path) => path !== '/posts' || posts.length),
    ...ofPages,
    ...services.map((row) => addressOf('services', textIn(row, 'slug'))),
    ...therapists.map((row) => addressOf('therapist-profiles', textIn(row, 'slug'))),
    ...posts.map((row) => addressOf('posts', textIn(row, 'slug'))),
  ]
  const entries = paths.map((path) => `  <url><loc>${xmlText(origin + path)}</loc></url>`)
  const body = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n')
  return new Response(body, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
