import type { CollectionConfig } from 'payload'
import { Credentials } from './Credentials'
import { Handovers } from './leaving/Handovers'
import { RoleGrants } from './roles/RoleGrants'
import { Staff } from './Staff'
import { SupervisionAgreements } from './SupervisionAgreements'

export const peopleCollections: CollectionConfig[] = [
  Staff,
  RoleGrants,
  Handovers,
  Credentials,
  SupervisionAgreements,
]
