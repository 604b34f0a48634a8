import type { CollectionConfig } from 'payload'
import { CareTeamAssignments } from './CareTeamAssignments'

export const treatmentCollections: CollectionConfig[] = [CareTeamAssignments]
