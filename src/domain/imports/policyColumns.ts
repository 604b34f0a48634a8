import { type ImportColumn, named, recordNumber, required, sexes, text } from './column'

export const policyColumns: readonly ImportColumn[] = [
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
