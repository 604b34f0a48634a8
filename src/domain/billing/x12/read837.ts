import { x12Date } from '@/src/domain/billing/x12/amounts'
import type { ClaimFile837, PersonName } from '@/src/domain/billing/x12/claimTypes'
import type {
  X12Finding,
  X12Group,
  X12Interchange,
  X12Transaction,
} from '@/src/domain/billing/x12/envelope'
import { readInterchanges } from '@/src/domain/billing/x12/interchange'
import { ClaimReader } from '@/src/domain/billing/x12/read837Claim'
import { emptyAddress, personOf, readAddress } from '@/src/domain/billing/x12/readParts'
import { eachSegment, type X12Segment } from '@/src/domain/billing/x12/segments'

export type Read837 = { files: ClaimFile837[]; findings: X12Finding[] }

/**
 * Reads professional claims (837P) back into the model that `write837P` takes: one entry for each
 * transaction and billing provider. Never throws; what cannot be read becomes a finding.
 */
export const read837P = (input: Uint8Array | string): Read837 => {
  const { interchanges, findings } = readInterchanges(input)
  const files: ClaimFile837[] = []
  for (const interchange of interchanges) {
    for (const group of interchange.groups) {
      for (const transaction of group.transactions) {
        if (transaction.type !== '837') continue
        const reader = new FileReader({ interchange, group, transaction, findings })
        eachSegment(transaction, (segment, index) => reader.read(segment, index))
        files.push(...reader.files)
      }
    }
  }
  return { files, findings }
}

type Source = {
  interchange: X12Interchange
  group: X12Group
  transaction: X12Transaction
  findings: X12Finding[]
}

class FileReader {
  readonly files: ClaimFile837[] = []
  private readonly header: Omit<ClaimFile837, 'billingProvider' | 'claims'>
  private claims: ClaimReader | null = null
  private loop: '41' | '40' | '85' | '87' | '' = ''

  constructor(private readonly source: Source) {
    const { interchange, group, transaction } = source
    const isa = interchange.isa ?? []
    const gs = group.gs ?? []
    this.header = {
      interchange: {
        senderQualifier: isa[5] ?? '',
        senderId: (isa[6] ?? '').trim(),
        receiverQualifier: isa[7] ?? '',
        receiverId: (isa[8] ?? '').trim(),
        date: x12Date(gs[4]) ?? '',
        time: (gs[5] ?? '').replace(/^(\d\d)(\d\d).*/, '$1:$2'),
        controlNumber: Number(isa[13] ?? 0),
        groupControlNumber: Number(gs[6] ?? 0),
        usage: isa[15] === 'P' ? 'P' : 'T',
      },
      transactionControlNumber: transaction.controlNumber,
      batchReference: '',
      submitter: { name: '', id: '', contactName: '' },
      receiver: { name: '', id: '' },
    }
  }

  read(segment: X12Segment, index: number): void {
    const segmentNumber = this.source.transaction.firstSegmentNumber + index
    const isLevel = segment[0] === 'HL'
    if (isLevel && segment[3] === '20') this.openBillingProvider()
    else if (isLevel || this.claims?.hasStarted) this.readBelow(segment, segmentNumber)
    else this.readHeader(segment)
  }

  private readBelow(segment: X12Segment, segmentNumber: number): void {
    if (!this.claims) {
      this.source.findings.push({
        level: 'error',
        code: 'NO_BILLING_PROVIDER',
        segmentNumber,
        message: 'A subscriber stands before any billing provider.',
      })
      this.openBillingProvider()
    }
    this.claims?.read(segment, segmentNumber)
  }

  private openBillingProvider(): void {
    const file: ClaimFile837 = {
      ...this.header,
      billingProvider: {
        name: { kind: 'organization', organizationName: '' },
        npi: '',
        taxId: '',
        taxIdType: 'EI',
        address: emptyAddress(),
      },
      claims: [],
    }
    this.files.push(file)
    this.loop = ''
    const { transaction, findings } = this.source
    this.claims = new ClaimReader({ file, findings, delimiters: transaction.delimiters })
  }

  private readHeader(segment: X12Segment): void {
    const provider = this.files.at(-1)?.billingProvider
    if (segment[0] === 'NM1') this.readName(segment)
    else if (segment[0] === 'BHT') this.header.batchReference = segment[3] ?? ''
    else if (segment[0] === 'PER' && this.loop === '41') this.readContact(segment)
    else if (!provider) return
    else if (segment[0] === 'PRV') provider.taxonomy = segment[3] ?? ''
    else if (segment[0] === 'REF' && (segment[1] === 'EI' || segment[1] === 'SY')) {
      provider.taxIdType = segment[1]
      provider.taxId = segment[2] ?? ''
    } else readAddress(segment, this.loop === '87' ? provider.payToAddress : provider.address)
  }

  private readName(segment: X12Segment): void {
    const provider = this.files.at(-1)?.billingProvider
    const [, code, kind, name = ''] = segment
    this.loop = code === '41' || code === '40' || code === '85' || code === '87' ? code : ''
    if (code === '41') Object.assign(this.header.submitter, { name, id: segment[9] ?? '' })
    else if (code === '40') Object.assign(this.header.receiver, { name, id: segment[9] ?? '' })
    else if (code === '87' && provider) provider.payToAddress = emptyAddress()
    else if (code === '85' && provider) {
      provider.npi = segment[9] ?? ''
      const person: PersonName = personOf(segment)
      provider.name =
        kind === '1'
          ? { kind: 'person', ...person }
          : { kind: 'organization', organizationName: name }
    }
  }

  private readContact(segment: X12Segment): void {
    const { submitter } = this.header
    submitter.contactName = segment[2] ?? ''
    for (const index of [3, 5, 7]) {
      if (segment[index] === 'TE') submitter.phone = segment[index + 1] ?? ''
      else if (segment[index] === 'EM') submitter.email = segment[index + 1] ?? ''
    }
  }
}
