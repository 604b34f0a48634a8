import type { PayloadRequest } from 'payload'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { numberIn, type Row, textIn } from '../page/read'
import { wallAge } from '../page/wallAge'
import { Chip, type Tone } from '../ui/Chip'

const states: Readonly<Record<string, { tone: Tone; words: string }>> = {
  queued: { tone: 'plain', words: 'Waits' },
  sending: { tone: 'plain', words: 'Being sent' },
  delivered: { tone: 'ok', words: 'Taken' },
  failed: { tone: 'bad', words: 'Given up' },
}

const problems: Readonly<Record<string, string>> = {
  'inside-address': 'Leads to an address inside',
  'not-encrypted': 'Not https',
  'unknown-name': 'The name leads nowhere',
  redirect: 'Sends elsewhere; redirects are not followed',
  timeout: 'Did not answer in time',
  'no-connection': 'No connection',
  refused: 'Refused it',
  'no-secret': 'Its secret cannot be read',
}

const State = ({ row }: { row: Row }) => {
  const isTriedAgain = textIn(row, 'state') === 'queued' && numberIn(row, 'attempts') > 0
  if (isTriedAgain) return <Chip tone="warn">Is tried again</Chip>
  const { tone, words } = states[textIn(row, 'state')] ?? { tone: 'plain', words: '' }
  return <Chip tone={tone}>{words}</Chip>
}

const answerOf = (row: Row): string =>
  [textIn(row, 'lastStatus'), problems[textIn(row, 'lastProblem')]].filter(Boolean).join(' · ') ||
  '–'

/** The newest messages to one receiver. */
export const Deliveries = ({
  req,
  deliveries,
}: {
  req: PayloadRequest
  deliveries: readonly Row[]
}) => {
  if (!deliveries.length) return null
  return (
    <div className="ops-table-wrap">
      <table className="ops-table ops-table--stack">
        <thead>
          <tr>
            <th scope="col">Event</th>
            <th scope="col">State</th>
            <th scope="col">When</th>
            <th scope="col">Attempts</th>
            <th scope="col">Answer</th>
            <th scope="col">Next attempt</th>
            <th scope="col">
              <span className="ops-sr">What to do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((row) => {
            const replay = offered(req, { slug: 'webhook-deliveries', name: 'replay', record: row })
            return (
              <tr key={row.id}>
                <td>
                  <code>{textIn(row, 'event')}</code>
                </td>
                <td data-label="State">
                  <State row={row} />
                </td>
                <td data-label="When">{wallAge(row, 'occurredAt')}</td>
                <td className="ops-number" data-label="Attempts">
                  {numberIn(row, 'attempts')}
                </td>
                <td data-label="Answer">{answerOf(row)}</td>
                <td data-label="Next attempt">{wallAge(row, 'nextAttemptAt') || '–'}</td>
                <td className="ops-right">
                  {replay?.isPossible ? (
                    <ActionButton
                      about={textIn(row, 'event')}
                      action={replay}
                      target={{ slug: 'webhook-deliveries', id: row.id, rev: numberIn(row, 'rev') }}
                    />
                  ) : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
