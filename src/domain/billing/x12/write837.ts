import type {
  BillingProvider,
  Claim837,
  ClaimFile837,
  Demographics,
} from '@/src/domain/billing/x12/claimTypes'
import {
  dateField,
  npiField,
  personElements,
  requiredField,
  writeAddress,
} from '@/src/domain/billing/x12/segmentParts'
import { valueRules } from '@/src/domain/billing/x12/segmentTable'
import {
  checkValue,
  field,
  SegmentWriter,
  X12FieldError,
} from '@/src/domain/billing/x12/segmentWriter'
import { writeClaimDetails } from '@/src/domain/billing/x12/write837Claim'

/** The implementation guide this file follows. */
export const GUIDE_837P = '005010X222A1'

/**
 * Writes one interchange with one 837P transaction (005010X222A1). Text is cleaned to the X12
 * character set; throws an X12FieldError naming the field when a value is missing, too long or
 * in the wrong form. Only the totals are computed: charges are the sum of the lines.
 */
export const write837P = (file: ClaimFile837): string => {
  const { interchange } = file
  if (file.claims.length === 0)
    throw new X12FieldError('claims', 'missing', 'The file has no claims to send.')
  const writer = new SegmentWriter()
  writeEnvelope(writer, file)
  writeParties(writer, file)
  let hl = 1
  for (const [index, claim] of file.claims.entries()) {
    hl = writeSubscriber({ writer, claim, path: `claims[${index}]`, hl })
    writeClaimDetails({
      writer,
      claim,
      path: `claims[${index}]`,
      billingNpi: file.billingProvider.npi,
    })
  }
  writer.add('SE', [String(writer.transactionCount), file.transactionControlNumber])
  writer.add('GE', ['1', String(interchange.groupControlNumber)])
  writer.add('IEA', ['1', String(interchange.controlNumber).padStart(9, '0')])
  return writer.toString()
}

const writeEnvelope = (writer: SegmentWriter, file: ClaimFile837): void => {
  const { interchange } = file
  const date = dateField('interchange.date', interchange.date)
  const time = field('interchange.time', interchange.time.replace(':', ''))
  const padded = (path: string, value: string) => ({
    field: path,
    value: requiredField(path, value).value.padEnd(15),
  })
  writer.add('ISA', [
    '00',
    ' '.repeat(10),
    '00',
    ' '.repeat(10),
    field('interchange.senderQualifier', interchange.senderQualifier),
    padded('interchange.senderId', interchange.senderId),
    field('interchange.receiverQualifier', interchange.receiverQualifier),
    padded('interchange.receiverId', interchange.receiverId),
    { ...date, value: date.value.slice(2) },
    { ...time, value: time.value.slice(0, 4) },
    '^',
    '00501',
    field('interchange.controlNumber', String(interchange.controlNumber).padStart(9, '0')),
    '0',
    interchange.usage,
    ':',
  ])
  writer.add('GS', [
    'HC',
    field('interchange.senderId', interchange.senderId),
    field('interchange.receiverId', interchange.receiverId),
    date,
    time,
    field('interchange.groupControlNumber', String(interchange.groupControlNumber)),
    'X',
    GUIDE_837P,
  ])
  writer.add('ST', [
    '837',
    field('transactionControlNumber', file.transactionControlNumber),
    GUIDE_837P,
  ])
  writer.add('BHT', ['0019', '00', field('batchReference', file.batchReference), date, time, 'CH'])
}

const writeParties = (
  writer: SegmentWriter,
  { submitter, receiver, billingProvider }: ClaimFile837,
): void => {
  writer.add('NM1', [
    '41',
    '2',
    requiredField('submitter.name', submitter.name),
    '',
    '',
    '',
    '',
    '46',
    requiredField('submitter.id', submitter.id),
  ])
  const phone = field('submitter.phone', submitter.phone?.replace(/\D/g, ''))
  const email = field('submitter.email', submitter.email)
  const contacts = [...(phone.value ? ['TE', phone] : []), ...(email.value ? ['EM', email] : [])]
  if (contacts.length === 0) {
    throw new X12FieldError(
      'submitter.phone',
      'missing',
      'The submitter needs a phone number or an e-mail address.',
    )
  }
  writer.add('PER', ['IC', field('submitter.contactName', submitter.contactName), ...contacts])
  writer.add('NM1', [
    '40',
    '2',
    requiredField('receiver.name', receiver.name),
    '',
    '',
    '',
    '',
    '46',
    requiredField('receiver.id', receiver.id),
  ])
  writer.add('HL', ['1', '', '20', '1'])
  writeBillingProvider(writer, billingProvider)
}

const writeBillingProvider = (writer: SegmentWriter, provider: BillingProvider): void => {
  const path = 'billingProvider'
  const { name } = provider
  if (provider.taxonomy)
    writer.add('PRV', ['BI', 'PXC', field(`${path}.taxonomy`, provider.taxonomy)])
  const elements =
    name.kind === 'person'
      ? ['1', ...personElements(name, `${path}.name`)]
      : ['2', requiredField(`${path}.name`, name.organizationName), '', '', '', '']
  writer.add('NM1', ['85', ...elements, 'XX', npiField(`${path}.npi`, provider.npi)])
  if (/\bP\.?\s*O\.?\s*BOX\b/i.test(provider.address.line1)) {
    throw new X12FieldError(
      `${path}.address.line1`,
      'invalid',
      'The billing address must be a street address. Put the post office box into the pay-to address.',
    )
  }
  writeAddress(writer, { address: provider.address, path: `${path}.address`, needsPlus4: true })
  const taxId = field(`${path}.taxId`, provider.taxId.replaceAll('-', ''))
  checkValue(taxId, valueRules.taxId)
  writer.add('REF', [provider.taxIdType, taxId])
  if (!provider.payToAddress) return
  writer.add('NM1', ['87', name.kind === 'person' ? '1' : '2'])
  writeAddress(writer, { address: provider.payToAddress, path: `${path}.payToAddress` })
}

type SubscriberSegment = { writer: SegmentWriter; claim: Claim837; path: string; hl: number }

/** Subscriber and, when the patient is someone else, dependent; returns the last HL number used. */
const writeSubscriber = ({ writer, claim, path, hl }: SubscriberSegment): number => {
  const { subscriber, dependent } = claim
  const subscriberPath = `${path}.subscriber`
  writer.add('HL', [String(hl + 1), '1', '22', dependent ? '1' : '0'])
  writer.add('SBR', [
    field(`${path}.responsibility`, claim.responsibility),
    dependent ? '' : '18',
    field(`${path}.groupNumber`, claim.groupNumber),
    claim.groupNumber ? '' : field(`${path}.groupName`, claim.groupName),
    '',
    '',
    '',
    '',
    field(`${path}.filingCode`, claim.filingCode),
  ])
  writer.add('NM1', [
    'IL',
    '1',
    ...personElements(subscriber, subscriberPath),
    'MI',
    requiredField(`${subscriberPath}.memberId`, subscriber.memberId),
  ])
  if (!dependent) {
    const { address, birthDate, sex } = subscriber
    if (!address || !birthDate || !sex) {
      const missing = !address ? 'address' : !birthDate ? 'birthDate' : 'sex'
      throw new X12FieldError(
        `${subscriberPath}.${missing}`,
        'missing',
        `${subscriberPath}.${missing} is missing. Complete the patient's policy.`,
      )
    }
    writeDemographics(writer, { address, birthDate, sex }, subscriberPath)
  }
  writer.add('NM1', [
    'PR',
    '2',
    requiredField(`${path}.payer.name`, claim.payer.name),
    '',
    '',
    '',
    '',
    'PI',
    requiredField(`${path}.payer.id`, claim.payer.id),
  ])
  if (!dependent) return hl + 1
  writer.add('HL', [String(hl + 2), String(hl + 1), '23', '0'])
  writer.add('PAT', [field(`${path}.dependent.relationship`, dependent.relationship)])
  writer.add('NM1', ['QC', '1', ...personElements(dependent, `${path}.dependent`)])
  writeDemographics(writer, dependent, `${path}.dependent`)
  return hl + 2
}

const writeDemographics = (writer: SegmentWriter, person: Demographics, path: string): void => {
  writeAddress(writer, { address: person.address, path: `${path}.address` })
  writer.add('DMG', [
    'D8',
    dateField(`${path}.birthDate`, person.birthDate),
    field(`${path}.sex`, person.sex),
  ])
}
