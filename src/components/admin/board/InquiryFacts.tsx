import type { PayloadRequest } from 'payload'
import { referralSourceLabel } from '@/collections/intake/inquiryCodes'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceZone } from '@/src/lib/practiceZone'
import { spellDay } from '../fields/spellDay'
import { namesOf, type Row, refIn, textIn } from '../page/read'

const formats: Record<string, string> = {
  inPerson: 'In person',
  video: 'Video',
  either: 'in person or by video',
}
const ways: Record<string, string> = { email: 'E-mail', phone: 'Phone', text: 'Text message' }

const permissions = (row: Row): string =>
  [
    row['mayEmail'] === true ? 'may e-mail' : '',
    row['mayText'] === true ? 'may text' : '',
    row['mayLeaveVoicemail'] === true ? 'may leave a message' : '',
  ]
    .filter(Boolean)
    .join(', ')

type Fact = { label: string; value: React.ReactNode }

/** How to reach somebody and what they asked for, in their own words. */
export const InquiryFacts = async ({ req, row }: { req: PayloadRequest; row: Row }) => {
  const [services, payers] = await Promise.all([
    namesOf(req, { slug: 'services', column: 'service', rows: [row], name: 'title' }),
    namesOf(req, { slug: 'payers', column: 'payer', rows: [row], name: 'name' }),
  ])
  const phone = textIn(row, 'phone')
  const email = textIn(row, 'email')
  const facts: Fact[] = [
    { label: 'Phone', value: phone ? <a href={`tel:${phone}`}>{phone}</a> : '' },
    { label: 'E-mail', value: email ? <a href={`mailto:${email}`}>{email}</a> : '' },
    {
      label: 'Prefers',
      value: [ways[textIn(row, 'contactPreference')], textIn(row, 'bestTimes'), permissions(row)]
        .filter(Boolean)
        .join(', '),
    },
    { label: 'Looks for', value: services.get(refIn(row, 'service')) ?? '' },
    {
      label: 'Insurance',
      value: payers.get(refIn(row, 'payer')) ?? 'Pays privately, or did not say',
    },
    {
      label: 'Where and how',
      value: [textIn(row, 'state'), formats[textIn(row, 'format')]].filter(Boolean).join(', '),
    },
    { label: 'Date of birth', value: spellDay(textIn(row, 'dateOfBirth')) },
    {
      label: 'Guardian',
      value: row['isMinor'] === true ? textIn(row, 'guardianName') || 'A minor, no name given' : '',
    },
    {
      label: 'Language and access',
      value: [textIn(row, 'language'), textIn(row, 'accessNeeds')].filter(Boolean).join(', '),
    },
    {
      label: 'Found us by',
      value: [referralSourceLabel(textIn(row, 'referralSource')), textIn(row, 'source')]
        .filter(Boolean)
        .join(', '),
    },
    {
      label: 'First answer due',
      value: row['respondedAt']
        ? 'Answered'
        : formatDateTime({ instant: textIn(row, 'firstResponseDueAt'), zone: practiceZone() }),
    },
  ]
  const message = textIn(row, 'message')
  return (
    <>
      <dl className="ops-facts ops-facts--columns">
        {facts
          .filter(({ value }) => value)
          .map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {message ? (
        <figure className="ops-quote">
          <figcaption className="ops-small ops-muted">They wrote</figcaption>
          <blockquote>{message}</blockquote>
        </figure>
      ) : null}
    </>
  )
}
