import type { CollectionConfig } from 'payload'
import { Consents } from './Consents'
import { ConsentTemplates } from './ConsentTemplates'
import { Inquiries } from './Inquiries'
import { PacketItems } from './PacketItems'
import { Patients } from './Patients'
import { Proxies } from './proxies/Proxies'
import { Referrers } from './Referrers'
import { RelatedPersons } from './RelatedPersons'
import { WaitlistEntries } from './WaitlistEntries'

export const intakeCollections: CollectionConfig[] = [
  Inquiries,
  WaitlistEntries,
  Referrers,
  Patients,
  RelatedPersons,
  Proxies,
  PacketItems,
  ConsentTemplates,
  Consents,
]
