import type { PayloadRequest } from 'payload'
import { denialAdvice } from '@/src/domain/billing/denialAdvice'
import { daysBetween } from '@/src/domain/calendarDate'
import { countOf } from '@/src/domain/countOf'
import { formatMoney } from '@/src/domain/money'
import { practiceToday } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { spellDay } from '../fields/spellDay'
import { numberIn, type Row, refIn, textIn } from '../page/read'
import { Chip } from '../ui/Chip'
import { StateChip } from '../ui/StateChip'
import { ClaimReadiness } from './ClaimReadiness'

const actionNames = ['submit', 'mark-accepted', 'reject', 'prepare', 'replace', 'void'] as const
const unsent = ['draft', 'needsAttention', 'ready', 'rejected']

const FilingClock = ({ claim }: { claim: Row }) => {
  const deadline = textIn(claim, 'filingDeadline')
  if (!deadline || !unsent.includes(textIn(claim, 'status'))) return null
  const today = practiceToday()
  const left = daysBetween(today, deadline)
  const alarmFrom = textIn(claim, 'filingAlarmFrom')
  if (left < 0) return <Chip tone="bad">Filing limit passed</Chip>
  const isUrgent = alarmFrom !== '' && alarmFrom <= today
  return (
    <Chip icon="clock" tone={isUrgent ? 'bad' : 'plain'}>
      {countOf(left, 'day')} to file
    </Chip>
  )
}

type Props = { req: PayloadRequest; claim: Row; patient: string; payer: string; isOpen: boolean }

/** One claim on the board: whose, for what, how urgent, what it lacks, and what can be done. */
export const ClaimCard = ({ req, claim, patient, payer, isOpen }: Props) => {
  const target = { slug: 'claims', id: claim.id, rev: Number(claim['rev'] ?? 0) || null }
  const isReplaced = claim['isReplaced'] === true
  const [first, ...others] = actionNames.flatMap((name) => {
    if (isReplaced && (name === 'replace' || name === 'void')) return []
    const action = offered(req, { slug: 'claims', name, record: claim })
    return action?.isPossible ? [action] : []
  })
  const isGreen = claim['isGreen'] === true
  const findings = numberIn(claim, 'openFindings')
  const isDenied = ['denied', 'partiallyPaid'].includes(textIn(claim, 'status'))
  const why = [
    textIn(claim, 'reason'),
    ...(isDenied ? denialAdvice(textIn(claim, 'denialCodes')) : []),
  ].filter(Boolean)
  return (
    <li className="ops-claim">
      <div className="ops-row ops-row--between">
        <a href={`/admin/collections/claims/${claim.id}`}>{patient}</a>
        <strong className="ops-number">{formatMoney(numberIn(claim, 'totalCents'))}</strong>
      </div>
      <span className="ops-small ops-muted">
        {[payer, spellDay(textIn(claim, 'serviceDate')), textIn(claim, 'controlNumber')]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className="ops-row">
        {unsent.includes(textIn(claim, 'status')) ? null : (
          <StateChip state={textIn(claim, 'status')} />
        )}
        <FilingClock claim={claim} />
        {claim['paidCents'] ? (
          <Chip tone="ok">{formatMoney(numberIn(claim, 'paidCents'))} paid</Chip>
        ) : null}
      </span>
      {why.map((sentence) => (
        <span className="ops-small" key={sentence}>
          {sentence}
        </span>
      ))}
      {isDenied && isReplaced ? (
        <span className="ops-small">A corrected or voiding claim waits to be sent.</span>
      ) : null}
      {unsent.includes(textIn(claim, 'status')) ? (
        <ClaimReadiness findings={findings} id={claim.id} isGreen={isGreen} isOpen={isOpen} />
      ) : null}
      <span className="ops-row">
        {first ? (
          <ActionButton
            about={`of ${patient}`}
            action={first}
            isPrimary={first.name === 'submit' && isGreen && isOpen}
            target={target}
          />
        ) : null}
        {refIn(claim, 'batch') ? (
          <a
            className="ops-button"
            download
            href={`/api/claim-batches/${refIn(claim, 'batch')}/file`}
          >
            837P file
          </a>
        ) : null}
        {isDenied && refIn(claim, 'charge') ? (
          <a
            aria-label={`Charge of ${patient}: write off or pass on`}
            className="ops-button"
            href={`/admin/collections/charges/${refIn(claim, 'charge')}`}
          >
            Write off or pass on
          </a>
        ) : null}
      </span>
      {others.length ? (
        <details>
          <summary className="ops-small">More</summary>
          <span className="ops-row">
            {others.map((action) => (
              <ActionButton
                about={`of ${patient}`}
                action={action}
                key={action.name}
                target={target}
              />
            ))}
          </span>
        </details>
      ) : null}
    </li>
  )
}
