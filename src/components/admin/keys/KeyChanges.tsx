import type { PayloadRequest } from 'payload'
import { rotationPhases } from '@/collections/system/keyRotation/rotationCodes'
import { clock } from '@/src/lib/clock'
import { practiceZone } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { ageOf } from '../page/ages'
import { numberIn, type Row, readRows, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { RefreshWhile } from './RefreshWhile'

const stepOf = (row: Row): string =>
  rotationPhases.find(({ value }) => value === textIn(row, 'phase'))?.label ?? ''

const State = ({ row }: { row: Row }) => {
  if (textIn(row, 'phase') === 'done') return <Chip tone="ok">Done</Chip>
  const [done, total] = [numberIn(row, 'doneCount'), numberIn(row, 'totalCount')]
  const count = `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`
  const label = total ? `${stepOf(row)}: ${count}` : stepOf(row)
  return (
    <span className="ops-row">
      <progress aria-label={label} max={Math.max(total, 1)} value={done} />
      <span className="ops-small">{label}</span>
    </span>
  )
}

/** What was asked for, how far it is and what came of it. */
export const KeyChanges = async ({ req }: { req: PayloadRequest }) => {
  const changes = await readRows(req, 'key-rotations', { sort: '-startedAt', limit: 20 })
  const start = offered(req, { slug: 'key-rotations', name: 'start' })
  const zone = practiceZone()
  const at = (row: Row, name: string): string =>
    ageOf({ instant: textIn(row, name), now: clock.wall(), zone })
  return (
    <Card
      aside={
        start ? (
          <ActionButton action={start} isPrimary target={{ slug: 'key-rotations', id: null }} />
        ) : null
      }
      title="Changes of keys"
    >
      <RefreshWhile isRunning={changes.some((row) => textIn(row, 'phase') !== 'done')} />
      {changes.length ? (
        <div className="ops-table-wrap">
          <table className="ops-table">
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">Begun</th>
                <th scope="col">State</th>
                <th scope="col">Result</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((row) => (
                <tr key={textIn(row, 'id')}>
                  <td>{textIn(row, 'title')}</td>
                  <td>{at(row, 'startedAt')}</td>
                  <td>
                    <State row={row} />
                  </td>
                  <td>
                    {textIn(row, 'result')}
                    {numberIn(row, 'unreadableCount')
                      ? ` ${numberIn(row, 'unreadableCount')} could not be read and stay as they are; look for ALERT in the log.`
                      : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <Empty>
          No key was changed yet. Change them when somebody who could read the key files leaves,
          when a copy of them may have got out, and otherwise once a year.
        </Empty>
      )}
    </Card>
  )
}
