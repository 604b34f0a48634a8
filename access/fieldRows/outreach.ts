import type { FieldRows } from '../fieldRights'

/** The website and its campaigns. */
export const outreach: FieldRows = {
  pages: { default: 'public' },
  services: { default: 'public' },
  'therapist-profiles': { default: 'public', fields: { staff: 'schedule', listing: 'desk' } },
  posts: { default: 'public' },
  redirects: { default: 'public' },
  locations: { default: 'public' },
  media: { default: 'public' },
  campaigns: { default: 'desk' },
  'campaign-costs': { default: 'desk' },
}
