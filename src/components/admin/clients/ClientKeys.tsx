import type { PayloadRequest } from 'payload'
import { clock } from '@/src/lib/clock'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { numberIn, type Row, textIn } from '../page/read'
import { wallAge } from '../page/wallAge'
import { Chip } from '../ui/Chip'
import { type WorkColumn, WorkTable } from '../ui/WorkTable'

const mostEnded = 3

/** Whether a key opens something, as far as the key goes. */
export const isLive = (key: Row): boolean =>
  !key['revokedAt'] && new Date(textIn(key, 'expiresAt')) > clock.wall()

const State = ({ row }: { row: Row }) => {
  if (row['revokedAt']) return <Chip tone="plain">Revoked</Chip>
  return isLive(row) ? <Chip tone="ok">Works</Chip> : <Chip tone="plain">Ended</Chip>
}

const nameOf = (row: Row): string => `tops_${textIn(row, 'prefix')}…`

const LastUse = ({ row }: { row: Row }) => {
  const from = textIn(row, 'lastUsedFrom')
  return (
    <>
      {wallAge(row, 'lastUsedAt') || 'Never'}
      {from ? <span className="ops-muted"> from {from}</span> : null}
    </>
  )
}

const columns: readonly WorkColumn<Row>[] = [
  { label: 'Key', of: (row) => <code>{nameOf(row)}</code> },
  { label: 'State', of: (row) => <State row={row} /> },
  { label: 'Made', of: (row) => wallAge(row, 'issuedAt') },
  { label: 'Ends', of: (row) => wallAge(row, row['revokedAt'] ? 'revokedAt' : 'expiresAt') },
  { label: 'Last used', of: (row) => <LastUse row={row} /> },
]

/** The keys of a client by how they begin; the newest of those that are over, too. */
export const ClientKeys = ({ req, keys }: { req: PayloadRequest; keys: readonly Row[] }) => (
  <WorkTable
    columns={columns}
    lines={[...keys.filter(isLive), ...keys.filter((key) => !isLive(key)).slice(0, mostEnded)]}
    toDo={(row) => {
      const revoke = offered(req, { slug: 'api-keys', name: 'revoke', record: row })
      return revoke && isLive(row) ? (
        <ActionButton
          about={nameOf(row)}
          action={revoke}
          target={{ slug: 'api-keys', id: row.id, rev: numberIn(row, 'rev') }}
        />
      ) : null
    }}
  />
)
