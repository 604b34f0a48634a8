import type { FactReader } from '@/hooks/rules/rule'
import type { Claim837, ClaimFile837 } from '@/src/domain/billing/x12/claimTypes'
import { read837P } from '@/src/domain/billing/x12/read837'
import { write837P } from '@/src/domain/billing/x12/write837'
import { type Row, textIn } from '@/src/domain/row'
import { wallTimeOf } from '@/src/domain/scheduling/zonedTime'
import { practiceDayOf, practiceZone } from '@/src/lib/practiceZone'

export type FileNumbers = { interchange: number; batch: string }

type Envelope = { numbers: FileNumbers; now: Date; claims: Claim837[] }

const fileOf = (practice: Row, { numbers, now, claims }: Envelope): ClaimFile837 => {
  const name = textIn(practice, 'legalName') || textIn(practice, 'name')
  const phone = textIn(practice, 'phone')
  const email = textIn(practice, 'email')
  const taxonomy = textIn(practice, 'taxonomy')
  return {
    interchange: {
      senderQualifier: 'ZZ',
      senderId: textIn(practice, 'submitterId'),
      receiverQualifier: 'ZZ',
      receiverId: textIn(practice, 'receiverId'),
      date: practiceDayOf(now),
      time: wallTimeOf({ instant: now, zone: practiceZone() }),
      controlNumber: numbers.interchange,
      groupControlNumber: numbers.interchange,
      usage: practice['isTestMode'] === false ? 'P' : 'T',
    },
    transactionControlNumber: '0001',
    batchReference: numbers.batch,
    submitter: {
      name,
      id: textIn(practice, 'submitterId'),
      contactName: textIn(practice, 'name'),
      ...(phone ? { phone } : {}),
      ...(email ? { email } : {}),
    },
    receiver: { name: textIn(practice, 'receiverName'), id: textIn(practice, 'receiverId') },
    billingProvider: {
      name: { kind: 'organization', organizationName: name },
      npi: textIn(practice, 'npi'),
      ...(taxonomy ? { taxonomy } : {}),
      taxId: textIn(practice, 'taxId'),
      taxIdType: 'EI',
      address: {
        line1: textIn(practice, 'addressLine1'),
        city: textIn(practice, 'city'),
        state: textIn(practice, 'region'),
        postalCode: textIn(practice, 'postalCode'),
      },
    },
    claims,
  }
}

const essence = (claim: Claim837): string =>
  JSON.stringify([
    claim.controlNumber,
    claim.frequency,
    claim.diagnoses,
    claim.authorizationNumber ?? '',
    claim.lines.map((line) => [
      line.lineControlNumber,
      line.code,
      line.modifiers,
      line.chargeCents,
      line.units,
      line.serviceDate,
      line.diagnosisPointers,
    ]),
  ])

/** Our own reader must get back what was written: the same claims, and the same bytes when written again. */
export const assertReadsBack = (text: string, claims: readonly Claim837[]): void => {
  const { files, findings } = read837P(text)
  const [file] = files
  const broken = findings.find((finding) => finding.level === 'error')
  const isWhole = file && files.length === 1 && file.claims.length === claims.length && !broken
  const isSame =
    isWhole &&
    claims.every((claim, index) => {
      const again = file.claims[index]
      return again !== undefined && essence(again) === essence(claim)
    })
  if (isSame && write837P(file) === text) return
  throw new Error(
    `The claim file does not read back as written${broken ? `: ${broken.message}` : '.'}`,
  )
}

/**
 * The 837P of some claims, read back and compared before anybody sees it. Throws an X12FieldError
 * naming the value that cannot be sent.
 */
export const writeClaimFile = async (
  read: FactReader,
  { claims, ...envelope }: Envelope,
): Promise<string> => {
  const text = write837P(fileOf(await read.global('practice'), { ...envelope, claims }))
  assertReadsBack(text, claims)
  return text
}
