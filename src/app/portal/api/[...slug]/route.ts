import config from '@payload-config'
import { payloadRoute } from '@/src/lib/http/payloadRoute'

export const { GET, POST, PATCH, PUT, DELETE, OPTIONS } = payloadRoute(config, 'portal')
