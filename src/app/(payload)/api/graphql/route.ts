import config from '@payload-config'
import { REST_OPTIONS } from '@payloadcms/next/routes'
import { graphqlRoute } from '@/src/lib/http/graphqlRoute'

export const POST = graphqlRoute(config)
// These are told what the address takes.
export { POST as DELETE, POST as GET, POST as PATCH, POST as PUT }

export const OPTIONS = REST_OPTIONS(config)
