import {
  at,
  type ClinicianName,
  historyWeeks,
  plusDays,
  type StaffName,
  type Stage,
} from '../clinic'
import { prose } from '../words/prose'
import { footer, header, pages, services } from '../words/website'

const profiles: Record<ClinicianName, Record<string, unknown>> = {
  kim: {
    displayName: 'Kim Nguyen',
    credentials: 'LCSW',
    pronouns: 'she/her',
    summary: 'Works with worry, panic and life changes. Practical, warm and direct.',
    bio: prose([
      'I have worked with anxious minds for fourteen years. In a session you can expect questions, honest answers, and something to try before we meet again.',
      'I supervise associates and like the days when somebody tells me that they drove across the bridge.',
    ]),
    specialties: 'anxiety stress lifeChanges trauma',
    languages: 'English, Vietnamese',
    formats: 'inPerson video',
    states: 'OR WA',
    payersNote: 'Aetna, Medicaid, VA, self-pay',
  },
  theo: {
    displayName: 'Theo Brandt',
    credentials: 'PhD, psychologist',
    pronouns: 'he/him',
    summary: 'Depression, grief and trauma. Unhurried, with a plan.',
    bio: prose([
      'People come to me when they are worn out. We look at what still works, build on it, and measure whether it helps.',
    ]),
    specialties: 'depression trauma grief sleep anxiety',
    languages: 'English, German',
    formats: 'inPerson video',
    states: 'OR',
    payersNote: 'Aetna, Medicaid, VA, self-pay',
  },
  leo: {
    displayName: 'Leo Marsh',
    credentials: 'Registered Associate',
    pronouns: 'they/them',
    supervisedBy: 'Supervised by Kim Nguyen, LCSW, Oregon license L-7741',
    summary: 'Young adults, identity and stress. New here, with time for you.',
    bio: prose([
      'I am a registered associate in my second year. Kim Nguyen reads my notes and we talk about my work every week.',
    ]),
    specialties: 'stress identity anxiety lifeChanges',
    languages: 'English, Spanish',
    formats: 'inPerson video',
    states: 'OR',
    payersNote: 'Aetna, Medicaid, self-pay',
  },
}

/** What the public reads, published. Answers the services' ids by address. */
export const makeWebsite = async (
  { cast }: Stage,
  staff: Record<StaffName, string>,
): Promise<Record<string, string>> => {
  const mo = cast.staff(staff.mo)
  const ids: Record<string, string> = {}
  for (const [index, service] of services.entries()) {
    const row = await mo.create('services', {
      ...service,
      sortOrder: index + 1,
      _status: 'published',
    })
    ids[String(service['slug'])] = row.id
  }
  for (const page of pages) await mo.create('pages', { ...page, _status: 'published' })
  for (const [name, profile] of Object.entries(profiles)) {
    await mo.create('therapist-profiles', {
      ...profile,
      staff: staff[name as ClinicianName], // a key of the table
      isAccepting: true,
      _status: 'published',
    })
  }
  await mo.setGlobal('site-header', header)
  await mo.setGlobal('site-footer', footer)
  return ids
}

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
]

/** What the practice does to be found and what it cost, month by month. */
export const makeCampaigns = async (
  { cast, today }: Stage,
  staff: Record<StaffName, string>,
): Promise<void> => {
  const mo = cast.staff(staff.mo)
  const startsOn = plusDays(today, -7 * historyWeeks)
  for (const { data, costs } of campaigns) {
    const { id } = await mo.create('campaigns', { ...data, startsOn })
    for (const [category, amountCents] of costs) {
      for (const daysAgo of [80, 50, 20]) {
        const spentOn = plusDays(today, -daysAgo)
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

const referrers = [
  {
    name: 'Dr Alice Lee',
    organization: 'Eastbank Family Medicine',
    kind: 'doctor',
    phone: '(503) 555-0171',
  },
  {
    name: 'Marcus Webb, LMFT',
    organization: 'Webb Counseling',
    kind: 'therapist',
    phone: '(503) 555-0172',
  },
  {
    name: 'Student Support Office',
    organization: 'Riverbend Community College',
    kind: 'school',
    phone: '(503) 555-0173',
  },
  {
    name: 'Behavioral Health Desk',
    organization: 'Mount Tabor Hospital',
    kind: 'hospital',
    phone: '(503) 555-0174',
  },
]

export const makeReferrers = async (
  { cast }: Stage,
  staff: Record<StaffName, string>,
): Promise<void> => {
  for (const row of referrers) await cast.staff(staff.ben).create('referrers', row)
}

/** The day the practice closes for a holiday week's Friday, so that the calendar shows one. */
export const makeClosure = async (
  { cast, today }: Stage,
  staff: Record<StaffName, string>,
): Promise<void> => {
  const day = plusDays(today, 40)
  await cast.staff(staff.ben).create('closures', {
    reason: 'Team day',
    startsAt: at(day, '08:00').toISOString(),
    endsAt: at(day, '18:00').toISOString(),
  })
}
