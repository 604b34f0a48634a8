import type { PayloadRequest } from 'payload'
import { clock } from '@/src/lib/clock'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { numberIn, type Row, textIn } from '../page/read'
import { wallAge } from '../page/wallAge'
import { Chip } from '../ui/Chip'

const mostEnded = 3

/** Whether a key opens something, as far as the key goes. */
export const isLive = (key: Row): boolean =>
  !key['revokedAt'] && new Date(textIn(key, 'expiresAt')) > clock.wall()

const State = ({ row }: { row: Row }) => {
  if (row['revokedAt']) return <Chip tone="plain">Revoked</Chip>
  return isLive(row) ? <Chip tone="ok">Works</Chip> : <Chip tone="plain">Ended</Chip>
}

/** The keys of a client by how they begin; the newest of those that are over, too. */
export const ClientKeys = ({ req, keys }: { req: PayloadRequest; keys: readonly Row[] }) => {
  const shown = [...keys.filter(isLive), ...keys.filter((key) => !isLive(key)).slice(0, mostEnded)]
  if (!shown.length) return null
  return (
    <div className="ops-table-wrap">
      <table className="ops-table">
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">State</th>
            <th scope="col">Made</th>
            <th scope="col">Ends</th>
            <th scope="col">Last used</th>
            <th scope="col">
              <span className="ops-sr">What to do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => {
            const revoke = offered(req, { slug: 'api-keys', name: 'revoke', record: row })
            const name = `tops_${textIn(row, 'prefix')}…`
            const from = textIn(row, 'lastUsedFrom')
            return (
              <tr key={row.id}>
                <td>
                  <code>{name}</code>
                </td>
                <td>
                  <State row={row} />
                </td>
                <td>{wallAge(row, 'issuedAt')}</td>
                <td>{wallAge(row, row['revokedAt'] ? 'revokedAt' : 'expiresAt')}</td>
                <td>
                  {wallAge(row, 'lastUsedAt') || 'Never'}
                  {from ? <span className="ops-muted"> from {from}</span> : null}
                </td>
                <td className="ops-right">
                  {revoke && isLive(row) ? (
                    <ActionButton
                      about={name}
                      action={revoke}
                      target={{ slug: 'api-keys', id: row.id, rev: numberIn(row, 'rev') }}
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
