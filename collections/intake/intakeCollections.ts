import type { CollectionConfig } from 'payload'
import { Patients } from './Patients'

export const intakeCollections: CollectionConfig[] = [Patients]
