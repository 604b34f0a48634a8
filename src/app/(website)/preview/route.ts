import { draftMode } from 'next/headers'
import { redirect } from 'next/navigation'
import { asUser } from '@/access/asSystem'
import { addressOf, isWebsiteCollection } from '@/src/domain/outreach/addresses'
import { textIn } from '@/src/domain/row'
import { staffRequest } from '@/src/lib/website/publicApi'
import { asRow } from '@/src/lib/website/rows'

export const dynamic = 'force-dynamic'

const refuse = (status: number, sentence: string): Response =>
  new Response(sentence, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })

/** Opens a record as it would look, for the member of staff who is signed in and may read it. */
export const GET = async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url)
  const collection = searchParams.get('collection')
  const id = searchParams.get('id')
  const req = await staffRequest()
  if (!req) return refuse(401, 'Sign in to the admin first, then open the preview again.')
  if (!isWebsiteCollection(collection) || !id)
    return refuse(400, 'Open the preview from a page, service, profile or article.')
  const found = await asUser(req).find({
    collection,
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    draft: true,
  })
  const slug = textIn(asRow(found.docs[0]), 'slug')
  if (!slug)
    return refuse(404, 'Nothing was found here. It may not exist, or you may not have access.')
  const draft = await draftMode()
  draft.enable()
  redirect(addressOf(collection, slug))
}
