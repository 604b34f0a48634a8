import type { CellType } from './cells'

export const importKinds = [
  { value: 'patients', label: 'Patients' },
  { value: 'policies', label: 'Insurance policies' },
  { value: 'appointments', label: 'Appointments' },
] as const

export type ImportKind = (typeof importKinds)[number]['value']

export type ImportColumn = {
  name: string
  label: string
  help: string
  isRequired?: true
  type: CellType
  /** Headings of other programs that mean the same, besides name and label. */
  also: readonly string[]
}

const text = (most = 100): CellType => ({ is: 'text', most })

const recordNumber: ImportColumn = {
  name: 'recordNumber',
  label: 'Record number',
  help: 'The number of the person in the system before. Policies and appointments find the patient by it.',
  type: text(60),
  also: [
    'external id',
    'patient id',
    'patient number',
    'client id',
    'client number',
    'chart number',
    'mrn',
    'id',
  ],
}

const named = (
  name: string,
  label: string,
  type: CellType,
  also: readonly string[] = [],
  help = '',
): ImportColumn => ({ name, label, type, also, help })

const required = (column: ImportColumn): ImportColumn => ({ ...column, isRequired: true })

const sexes = { F: ['Female', 'F', 'woman'], M: ['Male', 'M', 'man'], U: ['Unknown', 'U', 'X'] }

const whoTreats = 'Name or e-mail address of a clinician who works here.'
const place = 'Name of a location of the practice.'

const patients: readonly ImportColumn[] = [
  recordNumber,
  required(named('firstName', 'First name', text(), ['given name', 'first'])),
  named('middleName', 'Middle name', text(), ['middle', 'middle initial']),
  required(named('lastName', 'Last name', text(), ['surname', 'family name', 'last'])),
  named('chosenName', 'Chosen name', text(), ['preferred name', 'nickname', 'goes by']),
  named('pronouns', 'Pronouns', text(40)),
  required(
    named(
      'dateOfBirth',
      'Date of birth',
      { is: 'day' },
      ['dob', 'birth date', 'birthday', 'birthdate'],
      'As 1988-04-14 or 4/14/1988.',
    ),
  ),
  named(
    'sex',
    'Sex on the insurance card',
    { is: 'choice', words: sexes },
    ['sex', 'gender'],
    'Female, Male or Unknown.',
  ),
  named(
    'status',
    'Status',
    {
      is: 'choice',
      words: {
        active: ['Active', 'current', 'open'],
        prospective: ['Prospective', 'new', 'intake', 'pending'],
        discharged: ['Discharged', 'inactive', 'closed', 'archived'],
      },
    },
    ['patient status', 'client status'],
    'Active, Prospective or Discharged; Active where the cell is empty.',
  ),
  named('email', 'E-mail', { is: 'email' }, ['email address', 'e mail address', 'mail']),
  named(
    'phone',
    'Phone',
    { is: 'phone' },
    ['mobile', 'cell', 'mobile phone', 'cell phone', 'phone number', 'home phone'],
    'Ten digits, or with + and the country.',
  ),
  named(
    'contactPreference',
    'Prefers to be reached by',
    {
      is: 'choice',
      words: {
        email: ['E-mail', 'email'],
        phone: ['Phone', 'call'],
        text: ['Text message', 'text', 'sms'],
        portal: ['Portal only', 'portal'],
      },
    },
    ['contact preference', 'preferred contact', 'preferred contact method'],
    'E-mail, Phone, Text message or Portal only.',
  ),
  named(
    'mayLeaveVoicemail',
    'May leave voicemail',
    { is: 'yesNo' },
    ['voicemail ok'],
    'Yes or no.',
  ),
  named('mayText', 'May text', { is: 'yesNo' }, ['text ok', 'sms ok'], 'Yes or no.'),
  named('mayEmail', 'May e-mail', { is: 'yesNo' }, ['email ok'], 'Yes or no.'),
  named('addressLine1', 'Address', text(), [
    'address line 1',
    'address 1',
    'street',
    'street address',
  ]),
  named('addressLine2', 'Address line 2', text(), ['address 2', 'apartment', 'suite', 'unit']),
  named('city', 'City', text(), ['town']),
  named('region', 'State', { is: 'state' }, ['region', 'province'], 'Two letters or the name.'),
  named('postalCode', 'ZIP', { is: 'zip' }, ['zip code', 'postal code', 'postcode']),
  named('preferredLanguage', 'Language', text(60), ['preferred language']),
  named('emergencyName', 'Emergency contact', text(), ['emergency contact name']),
  named('emergencyRelationship', 'Emergency contact is', text(60), [
    'emergency contact relationship',
  ]),
  named('emergencyPhone', 'Emergency phone', { is: 'phone' }, ['emergency contact phone']),
  named(
    'clinician',
    'Clinician',
    text(200),
    ['therapist', 'provider', 'primary clinician', 'primary therapist', 'assigned to'],
    `${whoTreats} They come onto the care team.`,
  ),
  named('location', 'Location', text(120), ['office', 'site'], place),
  named(
    'assessedOn',
    'Assessed on',
    { is: 'day' },
    ['intake date', 'assessment date', 'initial assessment'],
    'Day of the initial assessment in the system before. Second visits ask for one (R17).',
  ),
  named('referralSource', 'Referral source', text(), ['referred by', 'source']),
]

const policies: readonly ImportColumn[] = [
  required(recordNumber),
  required(
    named(
      'payer',
      'Payer',
      text(),
      ['insurance', 'insurance company', 'insurer', 'carrier', 'payer name', 'payer id'],
      'Name or payer ID of a payer of the practice.',
    ),
  ),
  required(
    named('memberId', 'Member ID', text(80), [
      'member number',
      'policy number',
      'insurance id',
      'subscriber id',
      'insured id',
    ]),
  ),
  named('groupNumber', 'Group number', text(50), ['group', 'group id']),
  named('planName', 'Plan', text(60), ['plan name']),
  named(
    'priority',
    'Pays',
    {
      is: 'choice',
      words: { primary: ['First', 'primary', '1'], secondary: ['Second', 'secondary', '2'] },
    },
    ['priority', 'order', 'insurance type', 'coverage order'],
    'First or Second; First where the cell is empty.',
  ),
  named(
    'relationship',
    'Patient is the holder’s',
    {
      is: 'choice',
      words: {
        self: ['Self', 'subscriber', 'insured', 'same'],
        spouse: ['Spouse', 'husband', 'wife', 'partner'],
        child: ['Child', 'son', 'daughter', 'dependent'],
        other: ['Other'],
      },
    },
    ['relationship', 'relationship to subscriber', 'relationship to insured', 'relation'],
    'Self, Spouse, Child or Other; Self where the cell is empty.',
  ),
  named(
    'subscriberFirstName',
    'Holder’s first name',
    text(35),
    ['subscriber first name', 'insured first name'],
    'Needed where the patient is not the holder.',
  ),
  named(
    'subscriberLastName',
    'Holder’s last name',
    text(60),
    ['subscriber last name', 'insured last name'],
    'Needed where the patient is not the holder.',
  ),
  named(
    'subscriberBirthDate',
    'Holder’s date of birth',
    { is: 'day' },
    ['subscriber dob', 'subscriber date of birth', 'insured dob'],
    'Needed where the patient is not the holder.',
  ),
  named('subscriberSex', 'Holder’s sex', { is: 'choice', words: sexes }, ['subscriber sex']),
  named('subscriberAddressLine1', 'Holder’s address', text(55), ['subscriber address']),
  named('subscriberCity', 'Holder’s city', text(30), ['subscriber city']),
  named('subscriberRegion', 'Holder’s state', { is: 'state' }, ['subscriber state']),
  named('subscriberPostalCode', 'Holder’s ZIP', { is: 'zip' }, ['subscriber zip']),
  named('effectiveOn', 'Coverage from', { is: 'day' }, [
    'effective date',
    'start date',
    'effective',
  ]),
  named('terminatedOn', 'Coverage to', { is: 'day' }, ['termination date', 'end date', 'expires']),
  named('copayCents', 'Copay', { is: 'money' }, ['co pay', 'copay amount'], 'As 20.00.'),
]

const appointments: readonly ImportColumn[] = [
  required(recordNumber),
  required(
    named('clinician', 'Clinician', text(200), ['therapist', 'provider', 'staff'], whoTreats),
  ),
  required(
    named('date', 'Date', { is: 'day' }, ['appointment date', 'day', 'start date', 'service date']),
  ),
  required(
    named(
      'time',
      'Time',
      { is: 'time' },
      ['start', 'start time', 'appointment time', 'begins'],
      'As 14:30 or 2:30 PM, on the clock at the location.',
    ),
  ),
  required(
    named('minutes', 'Minutes', { is: 'minutes' }, ['duration', 'length'], 'From 10 to 240.'),
  ),
  named(
    'zone',
    'Time zone',
    { is: 'zone' },
    ['timezone', 'tz'],
    'Where the times are not those of the location: a name such as America/Denver.',
  ),
  named(
    'kind',
    'Kind',
    {
      is: 'choice',
      words: {
        individual: ['Individual', 'session', 'therapy', 'follow up'],
        intake: ['Intake', 'evaluation', 'assessment', 'initial'],
        family: ['Family', 'couple', 'couples'],
        group: ['Group'],
      },
    },
    ['appointment type', 'type', 'service'],
    'Individual, Intake, Family or Group; Individual where the cell is empty.',
  ),
  named(
    'format',
    'Format',
    {
      is: 'choice',
      words: {
        inPerson: ['In person', 'office', 'onsite'],
        video: ['Video', 'telehealth', 'online', 'virtual'],
        phone: ['Phone', 'telephone'],
      },
    },
    ['mode', 'modality', 'visit type'],
    'In person, Video or Phone; In person where the cell is empty.',
  ),
  required(named('location', 'Location', text(120), ['office', 'site'], place)),
  named('room', 'Room', text(80), [], 'Name of a room at that location.'),
  named(
    'note',
    'Office note',
    text(300),
    ['notes', 'comment'],
    'For the office; nothing clinical.',
  ),
]

const byKind: Readonly<Record<ImportKind, readonly ImportColumn[]>> = {
  patients,
  policies,
  appointments,
}

export const columnsOf = (kind: ImportKind): readonly ImportColumn[] => byKind[kind]

export const columnLabel = (kind: ImportKind, name: string): string =>
  byKind[kind].find((column) => column.name === name)?.label ?? name

export const kindLabel = (kind: string): string =>
  importKinds.find(({ value }) => value === kind)?.label ?? kind
