import type { PayloadRequest } from 'payload'
import { clock } from '@/src/lib/clock'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { numberIn, type Row, textIn } from '../page/read'
import { wallAge } from '../page/wallAge'
import { Chip, type Tone } from '../ui/Chip'
import { type WorkColumn, WorkTable } from '../ui/WorkTable'

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

const nextOf = (row: Row, isPaused: boolean): string => {
  const next = textIn(row, 'nextAttemptAt')
  if (!next) return '–'
  if (isPaused) return 'When it goes on'
  return new Date(next) <= clock.wall() ? 'Within minutes' : wallAge(row, 'nextAttemptAt')
}

const columnsOf = (isPaused: boolean): readonly WorkColumn<Row>[] => [
  { label: 'Event', of: (row) => <code>{textIn(row, 'event')}</code> },
  { label: 'State', of: (row) => <State row={row} /> },
  { label: 'When', of: (row) => wallAge(row, 'occurredAt') },
  { label: 'Attempts', of: (row) => numberIn(row, 'attempts'), isNumber: true },
  { label: 'Answer', of: answerOf },
  { label: 'Next attempt', of: (row) => nextOf(row, isPaused) },
]

type Props = { req: PayloadRequest; deliveries: readonly Row[]; isPaused: boolean }

/** The newest messages to one receiver. */
export const Deliveries = ({ req, deliveries, isPaused }: Props) => (
  <WorkTable
    columns={columnsOf(isPaused)}
    lines={deliveries}
    toDo={(row) => {
      const replay = offered(req, { slug: 'webhook-deliveries', name: 'replay', record: row })
      return replay?.isPossible && numberIn(row, 'attempts') > 0 ? (
        <ActionButton
          about={textIn(row, 'event')}
          action={replay}
          target={{ slug: 'webhook-deliveries', id: row.id, rev: numberIn(row, 'rev') }}
        />
      ) : null
    }}
  />
)
