import { type Attribution, attributionFrom, hasAttribution, UTM_FIELDS } from './attribution'

/** Where a visit came from; carried from page to page in the links, without a cookie. */
export type Visit = {
  attribution: Attribution
  /** Path of the first page of the visit, kept only when the visit has a source. */
  landing: string | null
}

type Search = Readonly<Record<string, string | readonly string[] | undefined>>

const landingParameter = 'landing'

export const noVisit: Visit = {
  attribution: { source: null, medium: null, campaign: null, content: null },
  landing: null,
}

const first = (value: string | readonly string[] | undefined): string | null =>
  (typeof value === 'string' ? value : value?.[0]) ?? null

/** A path of this site, no longer than a page's address can be; anything else is dropped. */
export const landingFrom = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= 200 && /^\/(?:[\w-]+\/?)*$/.test(value)
    ? value
    : null

/** First touch: what the address says about the source, and the page on which the visit began. */
export const visitFrom = ({ search, path }: { search: Search; path: string }): Visit => {
  const params = new URLSearchParams()
  for (const field of UTM_FIELDS) {
    const value = first(search[`utm_${field}`])
    if (value !== null) params.set(`utm_${field}`, value)
  }
  const attribution = attributionFrom(params)
  if (!hasAttribution(attribution)) return noVisit
  return { attribution, landing: landingFrom(first(search[landingParameter])) ?? landingFrom(path) }
}

/** Name and value of everything a visit carries: for links and for hidden fields of a form. */
export const visitParameters = ({ attribution, landing }: Visit): [string, string][] => {
  const carried = UTM_FIELDS.flatMap((field): [string, string][] => {
    const value = attribution[field]
    return value ? [[`utm_${field}`, value]] : []
  })
  return landing ? [...carried, [landingParameter, landing]] : carried
}

const leavesTheWebsite = /^\/(?:portal|admin|api|staff|preview)(?:\/|$)/

/** The same link with what the visit carries; links that leave the website stay as they are. */
export const carry = (href: string, visit: Visit): string => {
  const parameters = visitParameters(visit)
  if (!parameters.length || !href.startsWith('/') || leavesTheWebsite.test(href)) return href
  const [beforeHash = '', hash] = href.split('#')
  const [path = '', query = ''] = beforeHash.split('?')
  const search = new URLSearchParams(query)
  for (const [name, value] of parameters) search.set(name, value)
  return `${path}?${search}${hash === undefined ? '' : `#${hash}`}`
}
