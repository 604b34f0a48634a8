import type { Row } from '@/src/domain/row'
import { weekdays, weekHoursIn } from '../scheduling/weekHours'
import { codesIn, namesIn, specialties, stateNames } from './vocabulary'

/** What search engines read about a page: schema.org, as JSON-LD. */
export type Thing = Readonly<Record<string, unknown>>

const text = (row: Row, name: string): string | undefined => {
  const value = row[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

// Without what nobody filled in.
const thing = (fields: Row): Thing =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && !value.length),
    ),
  )

const labelsOf = (known: Readonly<Record<string, string>>, row: Row, name: string): string[] =>
  codesIn(text(row, name)).flatMap((code) => known[code] ?? [])

export const organizationId = (origin: string): string => `${origin}/#practice`

const addressOf = (row: Row): Thing | undefined => {
  const street = [text(row, 'addressLine1'), text(row, 'addressLine2')].filter(Boolean).join(', ')
  const city = text(row, 'city')
  if (!street && !city) return undefined
  return thing({
    '@type': 'PostalAddress',
    streetAddress: street || undefined,
    addressLocality: city,
    addressRegion: text(row, 'region'),
    postalCode: text(row, 'postalCode'),
    addressCountry: 'US',
  })
}

/** Each stretch once, with the days that have it. */
const openingOf = (row: Row): Thing[] => {
  const hours = weekHoursIn(row['hours'])
  const spans = [...new Set(hours.map(({ from, to }) => `${from} ${to}`))]
  return spans.map((span) => {
    const [opens, closes] = span.split(' ')
    const days = hours.filter(({ from, to }) => `${from} ${to}` === span)
    return {
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: days.map(({ weekday }) => weekdays[weekday - 1]?.label),
      opens,
      // schema.org knows no 24:00.
      closes: closes === '24:00' ? '23:59' : closes,
    }
  })
}

/** The practice and its places. No rating of our own: that would be a testimonial. */
export const practiceThings = (
  origin: string,
  { name, practice, locations }: { name: string; practice: Row; locations: readonly Row[] },
): Thing[] => [
  thing({
    '@type': 'MedicalClinic',
    '@id': organizationId(origin),
    name,
    url: `${origin}/`,
    logo: `${origin}/mark.svg`,
    image: `${origin}/social-card.png`,
    telephone: text(practice, 'phone'),
    email: text(practice, 'email'),
    address: addressOf(practice),
    medicalSpecialty: 'https://schema.org/Psychiatric',
    availableService: { '@type': 'PsychologicalTreatment', name: 'Psychotherapy' },
  }),
  ...locations.map((row) =>
    thing({
      '@type': 'MedicalClinic',
      '@id': `${origin}/#location-${String(row['id'] ?? '')}`,
      name: `${name}, ${text(row, 'name') ?? ''}`,
      parentOrganization: { '@id': organizationId(origin) },
      telephone: text(row, 'phone') ?? text(practice, 'phone'),
      address: addressOf(row),
      openingHoursSpecification: openingOf(row),
      image: `${origin}/social-card.png`,
    }),
  ),
]

export const serviceThing = (origin: string, path: string, service: Row): Thing =>
  thing({
    '@type': 'Service',
    '@id': `${origin}${path}#service`,
    url: `${origin}${path}`,
    name: text(service, 'title'),
    description: text(service, 'summary'),
    serviceType: labelsOf(specialties, service, 'specialty')[0] ?? 'Psychotherapy',
    provider: { '@id': organizationId(origin) },
  })

export const personThing = (origin: string, path: string, profile: Row): Thing =>
  thing({
    '@type': 'Person',
    '@id': `${origin}${path}#person`,
    url: `${origin}${path}`,
    name: text(profile, 'displayName'),
    honorificSuffix: text(profile, 'credentials'),
    jobTitle: 'Therapist',
    description: text(profile, 'summary'),
    hasCredential: labelsOf(stateNames, profile, 'states').map((state) => ({
      '@type': 'EducationalOccupationalCredential',
      credentialCategory: 'license',
      recognizedBy: { '@type': 'AdministrativeArea', name: state },
    })),
    knowsAbout: labelsOf(specialties, profile, 'specialties'),
    knowsLanguage: namesIn(text(profile, 'languages')),
    worksFor: { '@id': organizationId(origin) },
  })

export const articleThing = (origin: string, path: string, post: Row): Thing => {
  const author = post['author']
  const profile = author && typeof author === 'object' ? (author as Row) : null // populated, or an id
  const slug = profile ? text(profile, 'slug') : undefined
  const byline = text(post, 'byline')
  return thing({
    '@type': 'BlogPosting',
    '@id': `${origin}${path}#article`,
    mainEntityOfPage: `${origin}${path}`,
    headline: text(post, 'title'),
    description: text(post, 'summary'),
    datePublished: text(post, 'publishedOn'),
    dateModified: text(post, 'updatedAt'),
    image: `${origin}/card${path}`,
    inLanguage: 'en-US',
    author: byline
      ? thing({
          '@type': 'Person',
          name: byline,
          url: slug ? `${origin}/therapists/${slug}` : undefined,
        })
      : { '@id': organizationId(origin) },
    publisher: { '@id': organizationId(origin) },
  })
}

const blocksIn = (record: Row | null): Row[] => {
  const layout = record?.['layout']
  return Array.isArray(layout) ? (layout as Row[]) : [] // Payload's blocks
}

/** The questions a page answers; nothing when it has none. */
export const questionsThing = (origin: string, path: string, record: Row | null): Thing[] => {
  const items = blocksIn(record)
    .filter((block) => block['blockType'] === 'faq')
    .flatMap((block) => (Array.isArray(block['items']) ? (block['items'] as Row[]) : [])) // see above
  if (!items.length) return []
  return [
    {
      '@type': 'FAQPage',
      '@id': `${origin}${path}#questions`,
      mainEntity: items.map((item) => ({
        '@type': 'Question',
        name: text(item, 'question'),
        acceptedAnswer: { '@type': 'Answer', text: text(item, 'answer') },
      })),
    },
  ]
}

export type Step = { name: string; path: string }

/** The way from the home page to this one; nothing on the home page itself. */
export const trailThing = (origin: string, trail: readonly Step[]): Thing[] =>
  trail.length
    ? [
        {
          '@type': 'BreadcrumbList',
          itemListElement: [{ name: 'Home', path: '/' }, ...trail].map(({ name, path }, index) => ({
            '@type': 'ListItem',
            position: index + 1,
            name,
            item: `${origin}${path}`,
          })),
        },
      ]
    : []

/** One graph as it stands in a page: nothing in it can end the element it stands in. */
export const graphText = (things: readonly Thing[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': things })
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
