import type { CollectionConfig } from 'payload'
import { Credentials } from './Credentials'
import { Staff } from './Staff'
import { SupervisionAgreements } from './SupervisionAgreements'

export const peopleCollections: CollectionConfig[] = [Staff, Credentials, SupervisionAgreements]
