import { addressOf, ownAddressOf } from '@/src/domain/outreach/addresses'
import { plainProse } from '@/src/domain/outreach/articles'
import type { Findable } from '@/src/domain/outreach/siteSearch'
import { codesIn, specialties, stateNames } from '@/src/domain/outreach/vocabulary'
import { type Row, textIn } from '@/src/domain/row'
import { listPages, listPosts, listServices, listTherapists } from './records'
import { rowsIn } from './rows'

// What is always there, with words people look for that do not stand on it.
const fixed: readonly Findable[] = [
  {
    title: 'In a crisis',
    path: '/crisis',
    kind: 'Help now',
    summary: 'Numbers that answer at any hour: 988, 911 and others.',
    text: 'suicide suicidal kill hurt myself emergency danger hotline lifeline veterans violence overdose',
  },
  {
    title: 'Fees',
    path: '/fees',
    kind: 'Page',
    summary: 'What a session costs, and your right to an estimate.',
    text: 'price cost pay insurance aetna medicaid good faith estimate sliding scale self-pay superbill',
  },
  {
    title: 'Ask for an appointment',
    path: '/contact',
    kind: 'Page',
    summary: 'A short form, read by our team.',
    text: 'contact book booking phone call e-mail email inquiry start new client hours address location',
  },
  {
    title: 'Therapists with openings',
    path: '/therapists',
    kind: 'Page',
    summary: 'Everybody who can take somebody on now.',
    text: 'counselor psychologist clinician directory staff team',
  },
  {
    title: 'Privacy practices',
    path: '/privacy',
    kind: 'Page',
    summary: 'What the law says about your record, and what this website does not do.',
    text: 'hipaa confidential record cookies tracking rights',
  },
]

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (!value || typeof value !== 'object') return []
  return 'root' in value ? [plainProse(value)] : Object.values(value).flatMap(textsIn)
}

const labels = (known: Readonly<Record<string, string>>, row: Row, name: string): string =>
  codesIn(textIn(row, name))
    .map((code) => known[code] ?? code)
    .join(' ')

const ofTherapist = (row: Row): Findable => ({
  title: textIn(row, 'displayName'),
  path: addressOf('therapist-profiles', textIn(row, 'slug')),
  kind: 'Therapist',
  summary: textIn(row, 'summary'),
  text: [
    ...['credentials', 'languages', 'payersNote'].map((name) => textIn(row, name)),
    labels(specialties, row, 'specialties'),
    labels(stateNames, row, 'states'),
    plainProse(row['bio']),
  ].join(' '),
})

const ofPage = (row: Row): Findable => ({
  title: textIn(row, 'title'),
  path: addressOf('pages', textIn(row, 'slug')),
  kind: 'Page',
  summary: textIn(row, 'metaDescription'),
  text: textsIn(rowsIn(row, 'layout')).join(' '),
})

/** Everything a visitor can find: what is published, and the pages that are always there. */
export const findables = async (): Promise<Findable[]> => {
  const [pages, services, therapists, posts] = await Promise.all([
    listPages(),
    listServices(),
    listTherapists(),
    listPosts(),
  ])
  return [
    ...fixed,
    ...services.map((row) => ({
      title: textIn(row, 'title'),
      path: addressOf('services', textIn(row, 'slug')),
      kind: 'Service',
      summary: textIn(row, 'summary'),
      text: textsIn(rowsIn(row, 'layout')).join(' '),
    })),
    ...therapists.map(ofTherapist),
    ...pages.filter((row) => !ownAddressOf(textIn(row, 'slug'))).map(ofPage),
    ...posts.map((row) => ({
      title: textIn(row, 'title'),
      path: addressOf('posts', textIn(row, 'slug')),
      kind: 'Article',
      summary: textIn(row, 'summary'),
      text: `${textIn(row, 'byline')} ${plainProse(row['body'])}`,
    })),
  ]
}
