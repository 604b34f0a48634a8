import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import type { ActionField } from '@/hooks/actions/define'
import { addressLinesFor, emailFor, phoneFor, reachWords } from '@/src/domain/people/reach'
import { numberIn, type Row } from '../page/read'
import { valuesOf } from '../record/formValues'
import { RecordButton } from '../record/RecordButton'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'

const reachFields: readonly ActionField[] = [
  {
    name: 'privatePhone',
    label: 'Call only this number',
    type: 'text',
    help: 'Do not ask why: nobody has to say.',
  },
  { name: 'mayLeaveVoicemail', label: 'We may leave a voicemail', type: 'checkbox' },
  { name: 'privateEmail', label: 'E-mail only to this address', type: 'text' },
  {
    name: 'noEmail',
    label: 'No e-mail at all',
    type: 'checkbox',
    help: 'Only what they ask for themselves when they sign in still goes out.',
  },
  { name: 'privateAddress', label: 'Letters only to this address', type: 'textarea' },
  {
    name: 'isNeutralOutside',
    label: 'Nothing on the outside says who writes',
    type: 'checkbox',
    help: 'Plain envelopes, and e-mails without our name.',
  },
]

/** Where calls, e-mails and letters go, and what to mind (45 CFR 164.522(b)). */
export const ReachCard = ({ req, patient }: { req: PayloadRequest; patient: Row }) => {
  const words = reachWords(patient)
  const lines = addressLinesFor(patient)
  return (
    <Card
      aside={
        isGranted(req, 'patients', 'update') ? (
          <RecordButton
            about="how to reach this patient"
            fields={reachFields}
            id={patient.id}
            label="Change"
            rev={numberIn(patient, 'rev')}
            slug="patients"
            title="How this patient wants to be reached"
            values={valuesOf(reachFields, patient)}
          />
        ) : null
      }
      title="How to reach"
    >
      {words.length ? (
        <p className="ops-row">
          {words.map((text) => (
            <Chip key={text} tone="info">
              {text}
            </Chip>
          ))}
        </p>
      ) : null}
      <dl className="ops-facts">
        <dt>Call</dt>
        <dd>{phoneFor(patient) || 'No number on record'}</dd>
        <dt>E-mail</dt>
        <dd>{emailFor(patient) || (patient['noEmail'] === true ? 'None wanted' : 'No address')}</dd>
        <dt>Letters</dt>
        <dd>{lines.length ? lines.join(', ') : 'No address on record'}</dd>
      </dl>
    </Card>
  )
}
