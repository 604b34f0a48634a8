import { addDays } from '@/src/domain/calendarDate'
import { at, type ClinicianName, type StaffName, type Stage } from '../clinic'
import { postsOf, redirects, unfinishedPost } from '../words/posts'
import { therapists } from '../words/therapists'
import { footer, header, pages, services } from '../words/website'

/** What the public reads, published. Answers the services' ids by address. */
export const makeWebsite = async (
  { cast, today }: Stage,
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
  const profiles: Record<string, string> = {}
  for (const [name, profile] of Object.entries(therapists)) {
    const row = await mo.create('therapist-profiles', {
      staff: staff[name as ClinicianName], // a key of the table
      isAccepting: true,
      ...profile,
      _status: 'published',
    })
    profiles[name] = row.id
  }
  const day = (daysAgo: number) => addDays(today, -daysAgo)
  for (const post of postsOf({ day, profiles }))
    await mo.create('posts', { ...post, _status: 'published' })
  await mo.create('posts', { ...unfinishedPost, _status: 'draft' })
  for (const redirect of redirects) await mo.create('redirects', redirect)
  await mo.setGlobal('site-header', header)
  await mo.setGlobal('site-footer', footer)
  return ids
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
  const day = addDays(today, 40)
  await cast.staff(staff.ben).create('closures', {
    reason: 'Team day',
    startsAt: at(day, '08:00').toISOString(),
    endsAt: at(day, '18:00').toISOString(),
  })
}
