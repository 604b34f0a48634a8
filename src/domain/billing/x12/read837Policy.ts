import { x12Date } from '@/src/domain/billing/x12/amounts'
import type { Claim837, InsurerSex, PostalAddress } from '@/src/domain/billing/x12/claimTypes'
import { emptyAddress, personOf, readAddress } from '@/src/domain/billing/x12/readParts'
import type { X12Segment } from '@/src/domain/billing/x12/segments'

type Policy = Pick<
  Claim837,
  | 'responsibility'
  | 'filingCode'
  | 'groupNumber'
  | 'groupName'
  | 'subscriber'
  | 'dependent'
  | 'payer'
>

/** Reads loops 2000B and 2000C: who is insured, with whom, and who of the family is the patient. */
export class PolicyReader {
  private current = emptyPolicy()
  private address: PostalAddress | undefined

  /** What the claims of this level share; an address that nobody gave is left out. */
  get policy(): Policy {
    const { subscriber, ...rest } = this.current
    const { address, ...withoutAddress } = subscriber
    return { ...rest, subscriber: address?.line1 ? subscriber : withoutAddress }
  }

  /** A subscriber (22) begins, or a dependent of the one before (23). */
  openLevel(code: string | undefined): void {
    this.address = undefined
    if (code === '22') this.current = emptyPolicy()
    if (code === '23') this.current = { ...this.current, dependent: emptyDependent() }
  }

  read(segment: X12Segment): void {
    const policy = this.current
    const { dependent, subscriber } = policy
    switch (segment[0]) {
      case 'SBR':
        policy.responsibility = segment[1] ?? ''
        policy.filingCode = segment[9] ?? ''
        if (segment[3]) policy.groupNumber = segment[3]
        if (segment[4]) policy.groupName = segment[4]
        break
      case 'PAT':
        if (dependent) dependent.relationship = segment[1] ?? ''
        break
      case 'NM1':
        this.readName(segment)
        break
      case 'DMG':
        Object.assign(dependent ?? subscriber, {
          birthDate: x12Date(segment[2]) ?? '',
          sex: sexOf(segment[3]),
        })
        break
      default:
        readAddress(segment, this.address)
    }
  }

  private readName(segment: X12Segment): void {
    const policy = this.current
    const { dependent } = policy
    this.address = undefined
    if (segment[1] === 'PR') policy.payer = { name: segment[3] ?? '', id: segment[9] ?? '' }
    if (segment[1] === 'QC' && dependent) {
      Object.assign(dependent, personOf(segment))
      this.address = dependent.address
    }
    if (segment[1] === 'IL') {
      this.address = emptyAddress()
      policy.subscriber = {
        ...personOf(segment),
        memberId: segment[9] ?? '',
        address: this.address,
      }
    }
  }
}

const sexOf = (text: string | undefined): InsurerSex => (text === 'F' || text === 'M' ? text : 'U')

const emptyDependent = (): NonNullable<Policy['dependent']> => ({
  lastName: '',
  firstName: '',
  relationship: '',
  birthDate: '',
  sex: 'U',
  address: emptyAddress(),
})

const emptyPolicy = (): Policy => ({
  responsibility: '',
  filingCode: '',
  subscriber: { lastName: '', firstName: '', memberId: '' },
  payer: { name: '', id: '' },
})
