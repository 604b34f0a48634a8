import type { CollectionConfig } from 'payload'
import { CampaignCosts } from './CampaignCosts'
import { Campaigns } from './Campaigns'
import { Locations } from './Locations'
import { Media } from './Media'
import { Pages } from './Pages'
import { Posts } from './Posts'
import { Redirects } from './Redirects'
import { Services } from './Services'
import { TherapistProfiles } from './TherapistProfiles'

export const outreachCollections: CollectionConfig[] = [
  Pages,
  Services,
  TherapistProfiles,
  Posts,
  Redirects,
  Locations,
  Media,
  Campaigns,
  CampaignCosts,
]
