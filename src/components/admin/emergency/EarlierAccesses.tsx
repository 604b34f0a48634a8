import type { PayloadRequest } from 'payload'
import { namesById } from '@/collections/system/accessLog/namedEvents'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceZone } from '@/src/lib/practiceZone'
import { type Row, readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { outcomeWords, reasonWords } from './words'

const shown = 50

const State = ({ grant }: { grant: Row }) => {
  const status = textIn(grant, 'status')
  if (status === 'active') return <Chip tone="warn">Open now</Chip>
  if (status === 'ended') return <Chip tone="warn">To be reviewed</Chip>
  const isFine = textIn(grant, 'outcome') === 'appropriate'
  return (
    <>
      <Chip tone={isFine ? 'ok' : 'bad'}>{isFine ? 'In order' : 'Not in order'}</Chip>{' '}
      <span className="ops-sr">{outcomeWords(textIn(grant, 'outcome'))}</span>
    </>
  )
}

/** How often each person used it, of those that are shown. */
const Use = ({
  grants,
  people,
}: {
  grants: readonly Row[]
  people: ReadonlyMap<string, string>
}) => {
  const counts = new Map<string, number>()
  for (const grant of grants) {
    const name = people.get(refIn(grant, 'staff')) ?? 'Somebody who has left'
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const said = [...counts].map(
    ([name, count]) => `${name} ${count === 1 ? 'once' : `${count} times`}`,
  )
  return <p className="ops-small ops-muted">Used by {said.join(', ')}.</p>
}

/** What was opened before, and what came of the review; a leader without the owner role sees their own. */
export const EarlierAccesses = async ({ req }: { req: PayloadRequest }) => {
  const grants = await readRows(req, 'break-glass-grants', { sort: '-startedAt', limit: shown })
  const idsIn = (column: string): string[] => grants.map((grant) => refIn(grant, column))
  const people = await namesById(req, { slug: 'staff', column: 'name', ids: idsIn('staff') })
  const patients = await namesById(req, {
    slug: 'patients',
    column: 'displayName',
    ids: idsIn('patient'),
  })
  if (!grants.length) {
    return (
      <Card title="So far">
        <Empty>No chart was opened in an emergency yet.</Empty>
      </Card>
    )
  }
  return (
    <Card title="So far">
      <Use grants={grants} people={people} />
      <div className="ops-table-wrap">
        <table className="ops-table ops-table--wide">
          <caption className="ops-sr">Emergency accesses, newest first</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">Whose chart</th>
              <th scope="col">Why</th>
              <th scope="col">Review</th>
            </tr>
          </thead>
          <tbody>
            {grants.map((grant) => (
              <tr key={grant.id}>
                <td className="ops-number">
                  {formatDateTime({ instant: textIn(grant, 'startedAt'), zone: practiceZone() })}
                </td>
                <th scope="row">{people.get(refIn(grant, 'staff')) ?? 'Somebody who has left'}</th>
                <td>{patients.get(refIn(grant, 'patient')) ?? 'A patient'}</td>
                <td>{reasonWords(textIn(grant, 'reasonCode'))}</td>
                <td>
                  <State grant={grant} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
