const outsideSchemes = new Set(['https:', 'http:', 'mailto:', 'tel:', 'sms:'])

/**
 * Whether an address may stand behind a link on the website: a path of this site, or one of the
 * schemes a person expects. Everything else, `javascript:` above all, is no link.
 */
export const isSafeLink = (address: unknown): address is string => {
  if (typeof address !== 'string' || address.trim() !== address || address === '') return false
  if (address.startsWith('/')) return !/^\/[\\/]/.test(address)
  if (address.startsWith('#')) return true
  return URL.canParse(address) && outsideSchemes.has(new URL(address).protocol)
}
