import type { PayloadRequest } from 'payload'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import type { FieldValues } from '../actions/types'
import { numberIn, textIn } from '../page/read'
import { withReleases } from '../sharing/releases'
import { SendButtons } from '../sharing/SendButtons'
import type { ShownRequest } from './readRequests'

const forOthers = ['lawyer', 'other']

type Order = { first: string[]; rest: string[] }

/** What is pressed next, and what one may also do; both within the reader's rights. */
const orderOf = ({ row }: ShownRequest): Order => {
  if (textIn(row, 'status') === 'denied') return { first: ['review'], rest: [] }
  const isForOther = forOthers.includes(textIn(row, 'requesterKind'))
  if (!textIn(row, 'verifiedHow'))
    return isForOther
      ? { first: ['refuse', 'verify'], rest: ['extend', 'withdraw'] }
      : { first: ['verify'], rest: ['extend', 'deny', 'withdraw'] }
  return {
    first: ['fulfil'],
    rest: [isForOther ? 'refuse' : 'deny', 'extend', 'withdraw'],
  }
}

const proposed = ({ row }: ShownRequest): FieldValues => {
  const isOwn = ['patient', 'representative'].includes(textIn(row, 'requesterKind'))
  return {
    classes: textIn(row, 'classes'),
    recordsFrom: textIn(row, 'recordsFrom'),
    recordsTo: textIn(row, 'recordsTo'),
    format: textIn(row, 'format') || 'pdf',
    method: textIn(row, 'channel') === 'portal' ? 'portal' : '',
    basis: isOwn ? 'individual' : '',
  }
}

/** The buttons of one request: the next steps in sight, the rest behind "More". */
export const RequestButtons = ({
  req,
  shown,
  isFirst = false,
}: {
  req: PayloadRequest
  shown: ShownRequest
  isFirst?: boolean
}) => {
  const { row, disclosure, file, releases, patient } = shown
  const about = `for ${patient}`
  const isWaiting = textIn(row, 'status') === 'fulfilled'
  if (isWaiting)
    return disclosure && textIn(disclosure, 'status') === 'prepared' ? (
      <SendButtons about={about} disclosure={disclosure} file={file} isFirst={isFirst} req={req} />
    ) : null
  const isUndecided = textIn(row, 'reviewAskedAt') && !textIn(row, 'reviewedAt')
  if (textIn(row, 'status') === 'denied' && !isUndecided) return null
  const order = orderOf(shown)
  const button = (name: string, isPrimary = false) => {
    const action = withReleases(
      offered(req, { slug: 'record-requests', name, record: row }),
      releases,
    )
    return action?.isPossible ? (
      <ActionButton
        about={about}
        action={action}
        initial={name === 'fulfil' ? proposed(shown) : undefined}
        isPrimary={isPrimary}
        key={name}
        target={{ slug: 'record-requests', id: row.id, rev: numberIn(row, 'rev') }}
      />
    ) : null
  }
  const rest = order.rest.map((name) => button(name)).filter(Boolean)
  return (
    <span className="ops-row">
      {order.first.map((name, index) => button(name, isFirst && index === 0))}
      {rest.length ? (
        <details>
          <summary>
            More<span className="ops-sr"> to do about the request {about}</span>
          </summary>
          <span className="ops-row">{rest}</span>
        </details>
      ) : null}
    </span>
  )
}
