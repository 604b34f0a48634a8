import { referralSourceLabel } from '@/collections/intake/inquiryCodes'

/** A source in words. Campaigns bring their own names along, as they stand in addresses. */
export const sourceWords = (source: string): string => {
  const known = referralSourceLabel(source)
  if (known !== source) return known
  const words = source.replaceAll(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
