import type { Endpoint } from 'payload'

/** Endpoints that belong to no single collection. */
export const apiEndpoints: Endpoint[] = []
