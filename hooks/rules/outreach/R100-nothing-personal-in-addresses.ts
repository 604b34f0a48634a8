import { cleanValue } from '@/src/domain/outreach/attribution'
import type { Row } from '@/src/domain/row'
import type { Finding } from '@/src/lib/errors'
import { defineRule } from '../rule'

const labels: Readonly<Record<string, string>> = {
  utmSource: 'source',
  utmMedium: 'medium',
  utmCampaign: 'campaign',
  utmContent: 'content',
}

const sourceFindings = (row: Row): Finding[] =>
  Object.entries(labels).flatMap(([path, label]) => {
    const value = row[path]
    if (value === null || value === undefined || value === '') return []
    if (typeof value === 'string' && cleanValue(value)) return []
    return [
      {
        path,
        message: `The ${label} looks like a person or an identifier. Use the name of the place people came from, such as google, in letters, digits and - _ . +.`,
      },
    ]
  })

const isPlainPath = (value: unknown): boolean =>
  !value || (typeof value === 'string' && /^\/[\w\-/.]*$/.test(value) && !value.startsWith('//'))

const landingFindings = (row: Row): Finding[] =>
  isPlainPath(row['landingPage'])
    ? []
    : [
        {
          path: 'landingPage',
          message:
            'The landing page is the path of a page of this site, such as /services/anxiety-therapy, without anything after a question mark.',
        },
      ]

const embedded = /<\s*(?:script|iframe|img|object|embed|link)\b|javascript:/i

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

const embedFindings = (row: Row, changed: readonly string[]): Finding[] =>
  changed
    .filter((path) => textsIn(row[path]).some((text) => embedded.test(text)))
    .map((path) => ({
      path,
      message:
        'Tracking is off on this page. Take the embedded code out: pages hold text, links and our own pictures only.',
    }))

const website = ['pages', 'services', 'therapist-profiles', 'posts']

const doors = (slugs: readonly string[]): string[] =>
  slugs.flatMap((slug) => [`${slug}:create`, `${slug}:update`])

/**
 * The form itself answers to POST only and its limits are kept by the website's form handler; this is
 * what the records must hold whichever door they come through.
 */
export const nothingPersonalInAddresses = defineRule({
  id: 'R100',
  title: 'Nothing personal in an address, first-party sources only, no tracking code',
  area: 'outreach',
  appliesTo: ['inquiries:create', ...doors(['campaigns']), ...doors(website)],
  override: { roles: ['owner', 'compliance'] },
  check: ({ change }) =>
    website.includes(change.slug)
      ? embedFindings(change.after, change.changed)
      : [...sourceFindings(change.after), ...landingFindings(change.after)],
})
