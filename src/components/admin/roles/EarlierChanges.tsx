import type { PayloadRequest } from 'payload'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceZone } from '@/src/lib/practiceZone'
import { namesOf, type Row, readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip, type Tone } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { roleWords } from './roleWords'

const states: Readonly<Record<string, { tone: Tone; words: string }>> = {
  active: { tone: 'ok', words: 'In force' },
  declined: { tone: 'plain', words: 'Declined' },
  withdrawn: { tone: 'plain', words: 'Withdrawn' },
  ended: { tone: 'plain', words: 'Ended by its date' },
}

const State = ({ grant }: { grant: Row }) => {
  if (grant['isSingleHanded'] === true && textIn(grant, 'status') === 'active')
    return <Chip tone="warn">In force without a second person</Chip>
  const { tone, words } = states[textIn(grant, 'status')] ?? { tone: 'plain', words: '' }
  return <Chip tone={tone}>{words}</Chip>
}

const shown = 50

/** What was changed, from what to what, by whom and confirmed by whom. */
export const EarlierChanges = async ({ req }: { req: PayloadRequest }) => {
  const grants = await readRows(req, 'role-grants', {
    where: { status: { not_equals: 'requested' } },
    sort: '-requestedAt',
    limit: shown,
  })
  const people = await Promise.all(
    ['staff', 'requestedBy', 'decidedBy'].map((column) =>
      namesOf(req, { slug: 'staff', column, rows: grants, name: 'name' }),
    ),
  )
  const names = new Map(people.flatMap((each) => [...each]))
  const nameOf = (grant: Row, column: string): string => names.get(refIn(grant, column)) ?? ''
  return (
    <Card title="Earlier changes">
      {grants.length ? (
        <div className="ops-table-wrap">
          <table className="ops-table ops-table--stack">
            <thead>
              <tr>
                <th scope="col">Who</th>
                <th scope="col">From</th>
                <th scope="col">To</th>
                <th scope="col">Asked by</th>
                <th scope="col">Decided by</th>
                <th scope="col">State</th>
              </tr>
            </thead>
            <tbody>
              {grants.map((grant) => (
                <tr key={grant.id}>
                  <td>{nameOf(grant, 'staff')}</td>
                  <td data-label="From">
                    {roleWords(textIn(grant, 'rolesBefore'), textIn(grant, 'endsBefore'))}
                  </td>
                  <td data-label="To">
                    {roleWords(textIn(grant, 'rolesAfter'), textIn(grant, 'endsAfter'))}
                  </td>
                  <td data-label="Asked by">
                    {nameOf(grant, 'requestedBy')}
                    <span className="ops-muted">
                      {' '}
                      {formatDateTime({
                        instant: textIn(grant, 'requestedAt'),
                        zone: practiceZone(),
                      })}
                    </span>
                  </td>
                  <td data-label="Decided by">
                    {nameOf(grant, 'decidedBy') ||
                      (grant['isReduction'] === true ? 'Not needed: only takes away' : 'Nobody')}
                  </td>
                  <td>
                    <State grant={grant} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <Empty>No roles were changed since the practice began to keep this list.</Empty>
      )}
    </Card>
  )
}
