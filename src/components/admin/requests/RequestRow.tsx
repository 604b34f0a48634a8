import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { formatDate } from '@/src/domain/calendarDate'
import { labelIn } from '@/src/domain/sharing/codes'
import { pressureOf } from '@/src/domain/sharing/nextStep'
import { classWords } from '@/src/domain/sharing/recordClasses'
import {
  daysLeftWords,
  requestChannels,
  requesterKinds,
  requestKinds,
} from '@/src/domain/sharing/requests'
import { rangeWords } from '@/src/domain/sharing/scope'
import { practiceToday } from '@/src/lib/practiceZone'
import { refIn, textIn } from '../page/read'
import { Chip } from '../ui/Chip'
import { StateChip } from '../ui/StateChip'
import { RequestButtons } from './RequestButtons'
import type { ShownRequest } from './readRequests'

const tones = { late: 'bad', soon: 'warn', later: 'info' } as const

/** How much of the thirty days is left; a state in words once it is answered. */
const Clock = ({ shown: { row } }: { shown: ShownRequest }) => {
  const status = textIn(row, 'status')
  if (status !== 'open') return <StateChip state={status} />
  const dueOn = textIn(row, 'dueOn')
  const today = practiceToday()
  return (
    <Chip tone={tones[pressureOf(dueOn, today)]}>
      {daysLeftWords(dueOn, today).replace('.', '')}
    </Chip>
  )
}

const askedFor = ({ row }: ShownRequest): string => {
  const classes = classWords(row['classes'])
  const range = rangeWords({
    from: textIn(row, 'recordsFrom') || null,
    to: textIn(row, 'recordsTo') || null,
  })
  const kind = labelIn(requestKinds, textIn(row, 'kind'))
  return classes ? `${kind}: ${classes}, ${range}` : kind
}

/** The step itself for who takes it; for everybody else, whose it is. */
const stepFor = (req: PayloadRequest, { row, next }: ShownRequest): string => {
  if (!next) return ''
  const isAnswering = textIn(row, 'status') !== 'denied'
  const mine = isAnswering
    ? isGranted(req, 'record-requests', 'fulfil')
    : isGranted(req, 'record-requests', 'review')
  if (mine) return next
  return isAnswering ? 'Compliance answers it.' : next
}

const hasLetter = ({ row }: ShownRequest): boolean => {
  const status = textIn(row, 'status')
  return status === 'denied' || status === 'refused' || Boolean(textIn(row, 'extendedAt'))
}

/** One request: whose record, who asks, until when, what to do next, and the buttons for it. */
export const RequestRow = ({
  req,
  shown,
  isInChart,
  isFirst,
}: {
  req: PayloadRequest
  shown: ShownRequest
  isInChart?: boolean
  /** The most pressing one of the page: its next step stands out. */
  isFirst?: boolean
}) => {
  const { row, patient } = shown
  const next = stepFor(req, shown)
  const who = textIn(row, 'requesterName')
  const channel = labelIn(requestChannels, textIn(row, 'channel')).toLowerCase()
  const record = `/admin/collections/record-requests/${row.id}`
  return (
    <li>
      <div className="ops-queue__what">
        <a href={isInChart ? record : `/admin/patient/${refIn(row, 'patient')}?section=sharing`}>
          {isInChart ? askedFor(shown) : patient}
        </a>
        {isInChart ? null : <span>{askedFor(shown)}</span>}
        <span className="ops-small ops-muted">
          {labelIn(requesterKinds, textIn(row, 'requesterKind'))}: {who}, by {channel}, received{' '}
          {formatDate(textIn(row, 'receivedOn'))}, due {formatDate(textIn(row, 'dueOn'))}
          {textIn(row, 'extendedAt') ? ' (extended once)' : ''}
        </span>
        {isInChart && textIn(row, 'wishes') ? (
          <span className="ops-small">“{textIn(row, 'wishes')}”</span>
        ) : null}
        {next ? <span>{next}</span> : null}
        {hasLetter(shown) && isGranted(req, 'record-requests', 'fulfil') ? (
          <a href={`/api/record-requests/${row.id}/letter`}>
            Letter to print<span className="ops-sr"> for {who}</span>
          </a>
        ) : null}
      </div>
      <span className="ops-row">
        <Clock shown={shown} />
        <RequestButtons isFirst={isFirst} req={req} shown={shown} />
      </span>
    </li>
  )
}
