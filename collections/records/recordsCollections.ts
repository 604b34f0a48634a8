import type { CollectionConfig } from 'payload'
import { Documents } from './Documents'

export const recordsCollections: CollectionConfig[] = [Documents]
