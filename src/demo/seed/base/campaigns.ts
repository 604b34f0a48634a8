import { addDays } from '@/src/domain/calendarDate'
import type { StaffName, Stage } from '../clinic'

type Campaign = { data: Record<string, unknown>; costs: [category: string, cents: number][] }

const campaigns: readonly Campaign[] = [
  {
    data: {
      name: 'Search ads',
      code: 'search-ads',
      channel: 'search',
      goal: 'People in Portland who look for help with anxiety find the page and write.',
      utmSource: 'google',
      utmMedium: 'cpc',
      utmCampaign: 'anxiety-portland',
      landingPage: '/services/anxiety-therapy',
      budgetCents: 180_000,
    },
    costs: [
      ['media', 42_000],
      ['labor', 9_000],
    ],
  },
  {
    data: {
      name: 'Newsletter',
      code: 'newsletter',
      channel: 'email',
      goal: 'Readers who waited hear that we have openings.',
      utmSource: 'newsletter',
      utmMedium: 'email',
      utmCampaign: 'monthly-letter',
      landingPage: '/',
      budgetCents: 30_000,
    },
    costs: [['tools', 4_500]],
  },
  {
    data: {
      name: 'Insurance directory',
      code: 'insurance-directory',
      channel: 'directory',
      goal: 'Members of the plans we take find us in their directory.',
      utmSource: 'insurance-directory',
      utmMedium: 'referral',
      utmCampaign: 'plan-directories',
      landingPage: '/therapists',
      budgetCents: 24_000,
    },
    costs: [['production', 6_000]],
  },
  {
    data: {
      name: 'Evenings at the library',
      code: 'library-evenings',
      channel: 'event',
      goal: 'Neighbors meet us at a free evening about sleep and worry.',
      utmSource: 'library',
      utmMedium: 'event',
      utmCampaign: 'library-evenings',
      landingPage: '/services/sleep-and-exhaustion',
      budgetCents: 90_000,
    },
    costs: [['production', 3_500]],
  },
]

/** What the practice does to be found and what it cost, month by month. */
export const makeCampaigns = async (
  { cast, today, weeks }: Stage,
  staff: Record<StaffName, string>,
): Promise<void> => {
  const mo = cast.staff(staff.mo)
  const startsOn = addDays(today, -7 * weeks)
  for (const { data, costs } of campaigns) {
    const { id } = await mo.create('campaigns', { ...data, startsOn })
    for (const [category, amountCents] of costs) {
      for (let daysAgo = 20; daysAgo < weeks * 7; daysAgo += 30) {
        const spentOn = addDays(today, -daysAgo)
        await mo.create('campaign-costs', {
          campaign: id,
          spentOn,
          category,
          amountCents,
          note: `Invoice of ${spentOn}`,
        })
      }
    }
  }
}
