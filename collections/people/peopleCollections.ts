import type { CollectionConfig } from 'payload'
import { Staff } from './Staff'
import { SupervisionAgreements } from './SupervisionAgreements'

export const peopleCollections: CollectionConfig[] = [Staff, SupervisionAgreements]
