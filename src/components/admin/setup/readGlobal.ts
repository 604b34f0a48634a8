import type { PayloadRequest } from 'payload'

/** A global as the person may read it. */
export const readGlobal = async (
  req: PayloadRequest,
  slug: string,
): Promise<Readonly<Record<string, unknown>>> =>
  (await req.payload.findGlobal({
    slug: slug as never, // slugs are data here
    req,
    overrideAccess: false,
    depth: 0,
  })) as unknown as Record<string, unknown> // read by name
