import type { PayloadRequest } from 'payload'
import { PARENTS } from '@/collections/intake/actions/answerCustody'
import { isMinorOn } from '@/src/domain/people/majority'
import { minorMayConsent } from '@/src/domain/people/minorConsent'
import { childhoodEndWords, minorConsentWords } from '@/src/domain/people/minorWords'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceToday, practiceZone } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { RecordActions } from '../actions/RecordActions'
import { namesOf, numberIn, type Row, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { StateChip } from '../ui/StateChip'

type Props = { req: PayloadRequest; patient: Row; episodes: readonly Row[] }

const callName = (patient: Row): string =>
  textIn(patient, 'chosenName') || textIn(patient, 'firstName') || 'the patient'

const when = (row: Row, name: string): string =>
  textIn(row, name) ? formatDateTime({ instant: textIn(row, name), zone: practiceZone() }) : ''

export const isChild = (patient: Row): boolean =>
  isMinorOn({
    birthDate: patient['dateOfBirth'],
    state: patient['region'],
    on: practiceToday(),
  }) === true

/** R11: how the parents live, and the order that was read. */
export const CustodyCard = ({ patient }: { patient: Row }) => {
  const parents = PARENTS.find(({ value }) => value === patient['parents'])?.label
  const paper = refIn(patient, 'custodyDocument')
  const isApart = patient['parents'] === 'apart'
  return (
    <Card
      aside={
        <span className="ops-row">
          <RecordActions
            id={patient.id}
            only={['answer-custody', 'review-custody']}
            rev={numberIn(patient, 'rev')}
            slug="patients"
          />
        </span>
      }
      title="Custody"
    >
      <p className="ops-row">
        {parents ? (
          <Chip icon="person" tone="plain">
            {parents}
          </Chip>
        ) : (
          <Chip tone="warn">Custody question not answered</Chip>
        )}
        {isApart && !patient['custodyReviewedAt'] ? (
          <Chip tone="bad">Custody paper needed before the first session</Chip>
        ) : null}
        {patient['custodyReviewedAt'] ? (
          <Chip tone="ok">
            {paper ? (
              <a href={`/admin/collections/documents/${paper}`}>
                Order read {when(patient, 'custodyReviewedAt')}
              </a>
            ) : (
              `Order read ${when(patient, 'custodyReviewedAt')}`
            )}
          </Chip>
        ) : null}
      </p>
      {isApart ? (
        <p className="ops-small">
          <a href={`/admin/collections/documents/create?patient=${patient.id}`}>
            Add a custody paper
          </a>
        </p>
      ) : null}
    </Card>
  )
}

/** R12: what the minor alone decides, and the care that rests on it. */
export const AloneCard = async ({ req, patient, episodes }: Props) => {
  const name = callName(patient)
  const state = textIn(patient, 'region')
  const isMinor = isChild(patient)
  const consent = offered(req, { slug: 'care-episodes', name: 'consent-alone' })
  const staff = await namesOf(req, {
    slug: 'staff',
    column: 'clinician',
    rows: episodes,
    name: 'name',
  })
  const answer = minorMayConsent({
    birthDate: patient['dateOfBirth'],
    state,
    on: practiceToday(),
  })
  return (
    <Card
      aside={
        isMinor && consent ? (
          <ActionButton
            action={consent}
            initial={{ state }}
            preset={{ patient: patient.id }}
            target={{ slug: 'care-episodes', id: null }}
          />
        ) : null
      }
      count={episodes.length}
      title={`What ${name} decides alone`}
    >
      <p>{minorConsentWords(answer, { name, state })}</p>
      {isMinor ? (
        <p className="ops-small ops-muted">
          {childhoodEndWords({ birthDate: textIn(patient, 'dateOfBirth'), state, name })}
        </p>
      ) : null}
      {episodes.length ? null : (
        <Empty>No care of that kind. All visits and shared notes follow the rights above.</Empty>
      )}
      <ul className="ops-queue">
        {episodes.map((row) => (
          <li key={row.id}>
            <div className="ops-queue__what">
              <a href={`/admin/collections/care-episodes/${row.id}`}>
                {name} consented alone{textIn(row, 'openedAt') ? `, ${when(row, 'openedAt')}` : ''}
              </a>
              <span className="ops-small ops-muted">
                {textIn(row, 'citation')}; decided by{' '}
                {staff.get(refIn(row, 'clinician')) ?? 'staff'}
                {numberIn(row, 'sessionLimit')
                  ? `; at most ${numberIn(row, 'sessionLimit')} meetings before a parent consents`
                  : ''}
              </span>
              <span className="ops-small">
                {row['isOpenToProxies'] === true
                  ? `${name} opened it to those who act for them.`
                  : 'Parents and proxies see nothing of it, in the portal and in mail.'}
              </span>
              {textIn(row, 'reason') ? (
                <span className="ops-small">
                  Why parents are not involved: {textIn(row, 'reason')}
                </span>
              ) : null}
            </div>
            <span className="ops-row">
              <StateChip state={textIn(row, 'status')} />
              <RecordActions id={row.id} rev={numberIn(row, 'rev')} slug="care-episodes" />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
