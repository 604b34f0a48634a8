import type { PersonName, PostalAddress } from '@/src/domain/billing/x12/claimTypes'
import type { X12Segment } from '@/src/domain/billing/x12/segments'

/** Reads N3 and N4 into an address; other segments are none of its business. */
export const readAddress = (segment: X12Segment, address: PostalAddress | undefined): void => {
  if (!address) return
  if (segment[0] === 'N3') {
    address.line1 = segment[1] ?? ''
    if (segment[2]) address.line2 = segment[2]
  } else if (segment[0] === 'N4') {
    address.city = segment[1] ?? ''
    address.state = segment[2] ?? ''
    address.postalCode = segment[3] ?? ''
  }
}

export const emptyAddress = (): PostalAddress => ({
  line1: '',
  city: '',
  state: '',
  postalCode: '',
})

/** NM103-05 and NM107 of a person; optional parts only when sent. */
export const personOf = (segment: X12Segment): PersonName => ({
  lastName: segment[3] ?? '',
  firstName: segment[4] ?? '',
  ...(segment[5] ? { middleName: segment[5] } : {}),
  ...(segment[7] ? { suffix: segment[7] } : {}),
})
