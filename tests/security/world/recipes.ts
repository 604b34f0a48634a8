import type { Variant } from './values'

/**
 * Values for columns whose content the product reads as more than text. A collection whose rows can be
 * made from its field definitions needs nothing here.
 */
export const recipes: Readonly<Record<string, (variant: Variant) => Record<string, unknown>>> = {
  // So that those whose profiles are public stand in the directory (R105).
  credentials: () => ({ kind: 'license', expiresOn: '2999-01-01' }),
  // So that calendars, deadlines and balances can be drawn up around them.
  locations: () => ({ timeZone: 'America/Los_Angeles' }),
  availability: () => ({ fromTime: '09:00', toTime: '17:00' }),
  claims: () => ({ filingDeadline: '2026-12-31' }),
  postings: () => ({ lines: '[]' }),
  // Nothing is worked on; whose it is stands there as an id of a person or a program.
  'import-runs': ({ owner }) => ({ status: 'checked', uploadedBy: owner }),
  'import-lines': ({ owner }) => ({ uploadedBy: owner }),
  // A column of this name elsewhere belongs to a file.
  webhooks: () => ({ url: 'https://example.org/' }),
}
