import { cache } from 'react'
import { portalRequest } from './portalRequest'

type PracticeFacts = { name: string; phone: string }

/** What every page of the portal says about the practice. */
export const practiceFacts = cache(async (): Promise<PracticeFacts> => {
  const req = await portalRequest()
  const practice: object = await req.payload.findGlobal({
    slug: 'practice' as never, // generated slugs differ by build
    overrideAccess: false,
    depth: 0,
    req,
  })
  const { name, phone } = practice as Record<string, unknown> // read by name
  return { name: String(name ?? 'Our practice'), phone: typeof phone === 'string' ? phone : '' }
})
