import { type Row, textIn } from '@/src/domain/row'
import { drawCard } from '@/src/lib/website/meta/drawCard'
import {
  findPage,
  findPost,
  findService,
  findTherapist,
  practiceName,
} from '@/src/lib/website/records'

export const dynamic = 'force-dynamic'

type Drawn = { find: (slug: string) => Promise<Row | null>; kind: string; title: string }

// By the first part of the page's own address.
const kinds: Readonly<Record<string, Drawn>> = {
  pages: { find: findPage, kind: '', title: 'title' },
  services: { find: findService, kind: 'What we help with', title: 'title' },
  therapists: { find: findTherapist, kind: 'Therapist', title: 'displayName' },
  posts: { find: findPost, kind: 'Article', title: 'title' },
}

type Asked = { params: Promise<{ collection: string; slug: string }> }

/** The social card of a page that everybody may read. */
export const GET = async (_request: Request, { params }: Asked): Promise<Response> => {
  const { collection, slug } = await params
  const drawn = Object.hasOwn(kinds, collection) ? kinds[collection] : undefined
  const record = await drawn?.find(slug)
  if (!drawn || !record)
    return new Response('There is no such page.', {
      status: 404,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    })
  const practice = await practiceName()
  const card = await drawCard({
    title: textIn(record, drawn.title),
    kind: drawn.kind || practice,
    practice,
  })
  return new Response(new Uint8Array(card), {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=3600' },
  })
}
