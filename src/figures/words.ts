import type { Figure, FigureKey } from '@/src/domain/figures/monday'

type Words = {
  label: string
  /** What it is a share of, or what is counted. */
  about: string
  /** The list behind the number: a screen of the office, and the collection one must be able to read. */
  list: { href: string; slug: string }
}

const listOf = (slug: string, query = ''): Words['list'] => ({
  href: `/admin/collections/${slug}${query ? `?${query}` : ''}`,
  slug,
})

/** How each figure is called, in the order of the page. */
export const figureWords: Readonly<Record<FigureKey, Words>> = {
  utilization: {
    label: 'Utilization',
    about: 'minutes held of the minutes that therapists are open, four weeks',
    list: { href: '/admin/calendar', slug: 'appointments' },
  },
  noShows: {
    label: 'No-shows',
    about: 'of visits kept, missed or canceled late, four weeks',
    list: listOf('appointments', 'where[status][equals]=noShow'),
  },
  conversion: {
    label: 'Inquiries that became patients',
    about:
      'came to a first session within 60 days, of those who wrote in the four weeks before that',
    list: { href: '/admin/marketing', slug: 'campaigns' },
  },
  lateNotes: {
    label: 'Late notes',
    about: 'of sessions whose note came after 72 hours or is still missing, four weeks',
    list: listOf('tasks', 'where[kind][equals]=note-due'),
  },
  openNotes: {
    label: 'Open documentation',
    about: 'sessions older than 72 hours without a signed note',
    list: listOf('tasks', 'where[kind][equals]=note-due&where[status][equals]=open'),
  },
  overduePlans: {
    label: 'Overdue plans',
    about: 'plans of people in care whose review is overdue',
    list: listOf('treatment-plans', 'where[status][equals]=active&sort=reviewOn'),
  },
  daysInReceivables: {
    label: 'Days in receivables',
    about: 'what is owed to the practice, in days of its charges of the last 90',
    list: { href: '/admin/aging', slug: 'ledger-entries' },
  },
  denials: {
    label: 'Denials',
    about: 'of claims that payers answered, four weeks',
    list: { href: '/admin/claim-board', slug: 'claims' },
  },
  expiringLicenses: {
    label: 'Licenses that run out',
    about: 'in the next 60 days',
    list: listOf('credentials', 'where[kind][equals]=license&sort=expiresOn'),
  },
  overrides: {
    label: 'Overrides',
    about: 'rules gone past with a reason, four weeks',
    list: listOf('overrides', 'sort=-at'),
  },
}

const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 })
const days = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

/** A value as people write it: 7.0 %, 30 days, 12. An en dash where there is nothing to divide by. */
export const shownValue = (unit: Figure['unit'], value: number | null): string => {
  if (value === null) return '–'
  if (unit === 'share') return percent.format(value)
  return unit === 'days'
    ? `${days.format(value)} ${value === 1 ? 'day' : 'days'}`
    : whole.format(value)
}
