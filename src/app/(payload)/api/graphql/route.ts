import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'
import { guardRequest } from '@/src/lib/http/guardRequest'

const handle = GRAPHQL_POST(config)

export const POST = async (request: Request): Promise<Response> => {
  const checked = await guardRequest(request)
  if (checked instanceof Response) return checked
  const response = await handle(checked)
  response.headers.set('Cache-Control', 'no-store')
  return response
}

export const OPTIONS = REST_OPTIONS(config)
