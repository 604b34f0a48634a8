import type { Endpoint } from 'payload'
import { demoClockEndpoints } from './demo/demoClockEndpoints'

/** Endpoints that belong to no single collection. */
export const apiEndpoints: Endpoint[] = [...demoClockEndpoints]
