import type { CollectionConfig } from 'payload'

export const billingCollections: CollectionConfig[] = []
