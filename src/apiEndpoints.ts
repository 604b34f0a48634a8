import type { Endpoint } from 'payload'
import { ownRightsEndpoint } from '@/access/ownRights'
import { demoClockEndpoints } from './demo/demoClockEndpoints'
import { openapiEndpoint } from './openapi/openapiEndpoint'
import { searchEndpoint } from './search/searchEndpoint'

/** Endpoints that belong to no single collection. */
export const apiEndpoints: Endpoint[] = [
  ownRightsEndpoint,
  openapiEndpoint,
  searchEndpoint,
  ...demoClockEndpoints,
]
