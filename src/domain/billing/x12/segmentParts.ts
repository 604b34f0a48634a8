import type { ClaimProvider, PersonName, PostalAddress } from '@/src/domain/billing/x12/claimTypes'
import { type ElementRule, valueRules } from '@/src/domain/billing/x12/segmentTable'
import { checkValue, field, type SegmentWriter } from '@/src/domain/billing/x12/segmentWriter'

/** Name elements 03-07 of an NM1 for a person. */
export const personElements = (person: PersonName, path: string) => [
  requiredField(`${path}.lastName`, person.lastName),
  field(`${path}.firstName`, person.firstName),
  field(`${path}.middleName`, person.middleName),
  undefined,
  field(`${path}.suffix`, person.suffix),
]

/** NM1 of an individual provider with its NPI, and PRV when a role code is given. */
export const writeProvider = (
  writer: SegmentWriter,
  { provider, code, path, taxonomyRole }: ProviderSegment,
): void => {
  writer.add('NM1', [
    code,
    '1',
    ...personElements(provider, path),
    'XX',
    npiField(`${path}.npi`, provider.npi),
  ])
  if (taxonomyRole && provider.taxonomy) {
    writer.add('PRV', [taxonomyRole, 'PXC', field(`${path}.taxonomy`, provider.taxonomy)])
  }
}

/** N3 and N4; `needsPlus4` where the guide wants all nine digits. */
export const writeAddress = (
  writer: SegmentWriter,
  {
    address,
    path,
    needsPlus4 = false,
  }: { address: PostalAddress; path: string; needsPlus4?: boolean },
): void => {
  const postalCode = field(`${path}.postalCode`, address.postalCode.replaceAll('-', ''))
  if (needsPlus4) checkValue(postalCode, valueRules.postalCodePlus4)
  writer.add('N3', [field(`${path}.line1`, address.line1), field(`${path}.line2`, address.line2)])
  writer.add('N4', [
    field(`${path}.city`, address.city),
    field(`${path}.state`, address.state),
    postalCode,
  ])
}

/** The text of one part of a composite element, which keeps a rule of its own. */
export const checkedText = (path: string, value: string, rule: ElementRule): string =>
  checkValue(field(path, value), rule)

/** A value that must be there although its element is optional in other uses of the segment. */
export const requiredField = (path: string, value: string | undefined) => {
  const given = field(path, value)
  checkValue(given, valueRules.required)
  return given
}

export const npiField = (path: string, value: string) => {
  const given = field(path, value)
  checkValue(given, valueRules.npi)
  return given
}

/** 'YYYY-MM-DD' as CCYYMMDD. */
export const dateField = (path: string, date: string) => field(path, date.replaceAll('-', ''))

type ProviderSegment = {
  provider: ClaimProvider
  code: string
  path: string
  taxonomyRole?: 'PE' | 'RF'
}
