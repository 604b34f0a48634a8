import type { CollectionConfig } from 'payload'

export const recordsCollections: CollectionConfig[] = []
