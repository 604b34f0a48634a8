/** Where the records of each collection of the website stand. */
export const websiteRoots = {
  pages: '/pages',
  services: '/services',
  'therapist-profiles': '/therapists',
  posts: '/posts',
} as const

export type WebsiteCollection = keyof typeof websiteRoots

export const isWebsiteCollection = (value: unknown): value is WebsiteCollection =>
  typeof value === 'string' && value in websiteRoots

// Pages that fill an address of their own.
const ownAddresses: Readonly<Record<string, string>> = {
  home: '/',
  fees: '/fees',
  contact: '/contact',
  therapists: '/therapists',
}

/** Where a page of this slug stands when that is not under /pages. */
export const ownAddressOf = (slug: string): string | undefined => ownAddresses[slug]

/** The path a visitor reads a record under. */
export const addressOf = (collection: WebsiteCollection, slug: string): string =>
  (collection === 'pages' ? ownAddressOf(slug) : undefined) ?? `${websiteRoots[collection]}/${slug}`

/** The record that stands under a path, as far as the path alone says. */
export const recordAt = (path: string): { collection: WebsiteCollection; slug: string } | null => {
  for (const [collection, root] of Object.entries(websiteRoots)) {
    const slug = path.startsWith(`${root}/`) ? path.slice(root.length + 1) : ''
    if (slug && !slug.includes('/') && isWebsiteCollection(collection)) return { collection, slug }
  }
  return null
}

/** Pages that are always there, in the order of the sitemap. */
export const fixedAddresses: readonly string[] = [
  '/',
  '/services',
  '/therapists',
  '/fees',
  '/contact',
  '/posts',
  '/privacy',
  '/how-we-keep-it',
  '/crisis',
]

const otherAddresses: readonly string[] = [
  '/blank',
  '/contact/thanks',
  '/posts/atom.xml',
  '/posts/feed.json',
  '/posts/rss.xml',
  '/robots.txt',
  '/search',
  '/sitemap.xml',
  '/healthz',
]

const beyondTheWebsite = /^\/(?:admin|api|portal|preview|staff|card|_next)(?:\/|$)/

/** Whether something of the product itself answers at a path, whatever anybody writes. */
export const isTaken = (path: string): boolean =>
  fixedAddresses.includes(path) || otherAddresses.includes(path) || beyondTheWebsite.test(path)
