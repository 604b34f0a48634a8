import config from '@payload-config'
import { getPayload } from 'payload'

export const dynamic = 'force-dynamic'

/** 200 when the database answers; a load balancer asks here. */
export const GET = async (): Promise<Response> => {
  try {
    const payload = await getPayload({ config })
    await payload.db.findOne({ collection: 'job-runs', where: {} })
    return Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } })
  } catch {
    return Response.json(
      { status: 'down' },
      { status: 503, headers: { 'Cache-Control': 'no-store' } },
    )
  }
}
