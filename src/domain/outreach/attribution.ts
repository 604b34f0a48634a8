export const UTM_FIELDS = ['source', 'medium', 'campaign', 'content'] as const
export type UtmField = (typeof UTM_FIELDS)[number]

export type Attribution = Record<UtmField, string | null>

/** Longest value that is kept; a longer one is no name that a practice gave. */
const MAX_LENGTH = 100

/**
 * First-touch source of a visit from the search parameters of its address (R100): the four UTM
 * values, trimmed and in lower case. Everything else is ignored, click identifiers included. A value
 * is dropped whole when it is too long, holds anything but letters, digits, spaces and `- _ . +`, or
 * looks personal: an e-mail address, a telephone or social security number, a long run of digits, an
 * identifier. When a parameter comes twice the first counts.
 */
export const attributionFrom = (search: URLSearchParams | string): Attribution => {
  const params = typeof search === 'string' ? new URLSearchParams(search) : search
  return {
    source: cleanValue(params.get('utm_source')),
    medium: cleanValue(params.get('utm_medium')),
    campaign: cleanValue(params.get('utm_campaign')),
    content: cleanValue(params.get('utm_content')),
  }
}

/** Whether a visit said anything about where it came from. */
export const hasAttribution = (attribution: Attribution): boolean =>
  UTM_FIELDS.some((field) => attribution[field] !== null)

/** One value as it may be stored, or `null` when it has to be dropped. */
export const cleanValue = (value: string | null | undefined): string | null => {
  const text = (value ?? '').normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
  if (text === '' || text.length > MAX_LENGTH) return null
  if (!/^[\p{L}\p{M}\p{N} ._+-]+$/u.test(text)) return null
  return PERSONAL.some((pattern) => pattern.test(text)) ? null : text
}

/**
 * Tested on values that hold no `@`, so an address can only come in disguise ("ana at example.com").
 * Seven digits make a local telephone number, with or without separators; dates of a campaign
 * ("2026-04") stay below that.
 */
const PERSONAL: RegExp[] = [
  /\p{N}(?:[ ._+-]*\p{N}){6,}/u,
  /\p{N}{6,}/u,
  /\bat\b.*\b(?:dot\b|\w+\.[a-z]{2,})/,
  /\b(?:gmail|yahoo|hotmail|outlook|icloud|aol)\b/,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-/,
  /\b(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{24,}\b/,
]
