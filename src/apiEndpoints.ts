import type { Endpoint } from 'payload'
import { ownRightsEndpoint } from '@/access/ownRights'
import { listSearchEndpoints } from '@/hooks/listSearches/endpoint'
import { listFilterEndpoints } from '@/hooks/savedFilters/endpoints'
import { demoClockEndpoints } from './demo/demoClockEndpoints'
import { figuresEndpoint } from './figures/figuresEndpoint'
import { openapiEndpoints } from './openapi/endpoints'
import { searchEndpoint } from './search/searchEndpoint'
import { trustEndpoint } from './trust/trustEndpoint'

/** Endpoints that belong to no single collection. */
export const apiEndpoints: Endpoint[] = [
  ownRightsEndpoint,
  ...openapiEndpoints,
  searchEndpoint,
  figuresEndpoint,
  trustEndpoint,
  ...listFilterEndpoints,
  ...listSearchEndpoints,
  ...demoClockEndpoints,
]
