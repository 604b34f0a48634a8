export const path = '/admin/access-log'

/** What the page's address says; empty text for what it leaves open. */
export type LogParams = {
  patient: string
  actor: string
  action: string
  from: string
  to: string
  before: string
}

/** The page with these answers; those left empty stay out of the address. */
export const addressOf = (params: Partial<LogParams>): string => {
  const given = Object.entries(params).filter(([, value]) => value)
  const query = new URLSearchParams(given).toString()
  return query ? `${path}?${query}` : path
}
