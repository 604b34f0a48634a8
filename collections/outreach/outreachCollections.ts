import type { CollectionConfig } from 'payload'

export const outreachCollections: CollectionConfig[] = []
