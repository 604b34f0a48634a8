import type { Endpoint } from 'payload'
import { ownRightsEndpoint } from '@/access/ownRights'
import { demoClockEndpoints } from './demo/demoClockEndpoints'
import { openapiEndpoints } from './openapi/endpoints'

/** Endpoints that belong to no single collection. */
export const apiEndpoints: Endpoint[] = [
  ownRightsEndpoint,
  ...openapiEndpoints,
  ...demoClockEndpoints,
]
