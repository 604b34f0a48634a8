import { authorizationOfAppointment } from '@/hooks/rules/billing/authorizationFacts'
import { billableDiagnoses } from '@/hooks/rules/billing/claimFacts'
import { renderingOf } from '@/hooks/rules/billing/renderingFacts'
import type { FactReader } from '@/hooks/rules/rule'
import { codesIn } from '@/src/domain/billing/codesIn'
import type {
  Claim837,
  ClaimLine,
  Demographics,
  InsurerSex,
  PersonName,
  ServiceFacility,
} from '@/src/domain/billing/x12/claimTypes'
import { idIn, numberIn, type Row, textIn } from '@/src/domain/row'

/** Relationship of the patient to the policy holder as PAT01 has it. */
const relationshipCodes: Readonly<Record<string, string>> = {
  spouse: '01',
  child: '19',
  other: 'G8',
}

const sexOf = (value: string): InsurerSex => (value === 'F' || value === 'M' ? value : 'U')

/** Staff have one name; the last word is the family name, a title in front is left out. */
export const personNameOf = (name: string): PersonName => {
  const words = name
    .replace(/^(Dr|Mr|Ms|Mrs|Mx)\.?\s+/i, '')
    .split(/\s+/)
    .filter(Boolean)
  const lastName = words.pop() ?? ''
  return { lastName, firstName: words.join(' ') }
}

const patientDemographics = (patient: Row | null): Demographics => ({
  birthDate: textIn(patient, 'dateOfBirth'),
  sex: sexOf(textIn(patient, 'sex')),
  address: {
    line1: textIn(patient, 'addressLine1'),
    ...(textIn(patient, 'addressLine2') ? { line2: textIn(patient, 'addressLine2') } : {}),
    city: textIn(patient, 'city'),
    state: textIn(patient, 'region'),
    postalCode: textIn(patient, 'postalCode'),
  },
})

const patientName = (patient: Row | null): PersonName => ({
  lastName: textIn(patient, 'lastName'),
  firstName: textIn(patient, 'firstName'),
  ...(textIn(patient, 'middleName') ? { middleName: textIn(patient, 'middleName') } : {}),
})

/** The subscriber is the patient, or the holder of the policy with the patient as dependent. */
const peopleOf = (
  patient: Row | null,
  policy: Row | null,
): Pick<Claim837, 'subscriber' | 'dependent'> => {
  const memberId = textIn(policy, 'memberId')
  const code = relationshipCodes[textIn(policy, 'relationship')]
  if (!code)
    return { subscriber: { ...patientName(patient), memberId, ...patientDemographics(patient) } }
  return {
    subscriber: {
      lastName: textIn(policy, 'subscriberLastName'),
      firstName: textIn(policy, 'subscriberFirstName'),
      memberId,
    },
    dependent: { ...patientName(patient), ...patientDemographics(patient), relationship: code },
  }
}

const lineOf = (row: Row, diagnosisCount: number): ClaimLine => ({
  lineControlNumber: textIn(row, 'lineControlNumber'),
  code: textIn(row, 'code'),
  modifiers: codesIn(row, 'modifiers'),
  chargeCents: numberIn(row, 'chargeCents'),
  units: numberIn(row, 'units') || 1,
  diagnosisPointers: Array.from({ length: Math.min(4, diagnosisCount) }, (_, index) => index + 1),
  serviceDate: textIn(row, 'serviceDate'),
})

/** The site, when it is not the address the practice bills from and its ZIP is whole. */
const facilityOf = async (
  read: FactReader,
  { session, practice }: { session: Row | null; practice: Row },
): Promise<ServiceFacility | null> => {
  if (textIn(session, 'format') !== 'inPerson') return null
  const appointment = await read.one('appointments', idIn(session ?? {}, 'appointment'))
  const location = await read.one('locations', idIn(appointment ?? {}, 'location'))
  const postalCode = textIn(location, 'postalCode')
  const isElsewhere = textIn(location, 'addressLine1') !== textIn(practice, 'addressLine1')
  if (!location || !isElsewhere || !/^\d{5}-?\d{4}$/.test(postalCode)) return null
  return {
    name: textIn(location, 'name'),
    address: {
      line1: textIn(location, 'addressLine1'),
      city: textIn(location, 'city'),
      state: textIn(location, 'region'),
      postalCode,
    },
  }
}

/** A claim as the 837P writer takes it, from the records as they are now. */
export const buildClaim837 = async (read: FactReader, claim: Row): Promise<Claim837> => {
  const patientId = idIn(claim, 'patient') ?? ''
  const patient = await read.one('patients', patientId)
  const policy = await read.one('insurance-policies', idIn(claim, 'policy'))
  const payer = await read.one('payers', idIn(claim, 'payer'))
  const session = await read.one('sessions', idIn(claim, 'session'))
  const practice = await read.global('practice')
  const rows = await read.many(
    'claim-lines',
    { claim: { equals: claim['id'] } },
    { sort: 'lineNumber' },
  )
  const rendering = await renderingOf(read, {
    payer,
    clinicianId: idIn(claim, 'clinician'),
    serviceDate: textIn(claim, 'serviceDate'),
  })
  const authorization = await authorizationOfAppointment(read, idIn(session ?? {}, 'appointment'))
  const facility = await facilityOf(read, { session, practice })
  const coded = await billableDiagnoses(read, patientId)
  const diagnoses = [...new Set(coded.map((row) => textIn(row, 'code').replace('.', '')))].slice(
    0,
    12,
  )
  const frequency = textIn(claim, 'frequency')
  const payerClaimNumber = textIn(claim, 'payerClaimNumber')
  const referralNumber = textIn(claim, 'referralNumber')
  return {
    controlNumber: textIn(claim, 'controlNumber'),
    frequency: frequency === '7' || frequency === '8' ? frequency : '1',
    ...(frequency === '7' || frequency === '8' ? { payerClaimNumber } : {}),
    placeOfService: textIn(rows[0], 'placeOfService'),
    responsibility: textIn(policy, 'priority') === 'secondary' ? 'S' : 'P',
    filingCode: textIn(payer, 'filingCode') || 'CI',
    ...(textIn(policy, 'groupNumber') ? { groupNumber: textIn(policy, 'groupNumber') } : {}),
    ...peopleOf(patient, policy),
    payer: { name: textIn(payer, 'name'), id: textIn(payer, 'payerId') },
    providerSignatureOnFile: true,
    assignment: 'A',
    benefitsAssigned: 'Y',
    release: 'Y',
    ...(referralNumber ? { referralNumber } : {}),
    ...(authorization ? { authorizationNumber: authorization.number } : {}),
    diagnoses,
    renderingProvider: {
      ...personNameOf(rendering.name),
      npi: rendering.npi ?? '',
      ...(rendering.taxonomy ? { taxonomy: rendering.taxonomy } : {}),
    },
    ...(facility ? { serviceFacility: facility } : {}),
    lines: rows.map((row) => lineOf(row, diagnoses.length)),
  }
}
