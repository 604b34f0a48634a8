import type { PayloadRequest } from 'payload'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { numberIn, readRows, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { readReleases, withReleases } from './releases'

/** Who outside the practice cares for this patient too; each rests on a release (R33). */
export const OutsideCard = async ({ req, id }: { req: PayloadRequest; id: string }) => {
  const [people, releases] = await Promise.all([
    readRows(req, 'outside-care', { where: { patient: { equals: id } }, sort: '-addedAt' }),
    readReleases(req, [id]),
  ])
  const add = withReleases(offered(req, { slug: 'outside-care', name: 'add' }), releases)
  return (
    <Card
      aside={
        add ? (
          <ActionButton
            action={add}
            preset={{ patient: id }}
            target={{ slug: 'outside-care', id: null }}
          />
        ) : null
      }
      count={people.filter((row) => textIn(row, 'status') === 'active').length}
      title="Outside caregivers"
    >
      {people.length ? null : (
        <Empty>Nobody yet. A doctor or school is added once a release for them is in force.</Empty>
      )}
      <ul className="ops-queue ops-queue--wide">
        {people.map((row) => {
          const end = offered(req, { slug: 'outside-care', name: 'end', record: row })
          const isActive = textIn(row, 'status') === 'active'
          const name = textIn(row, 'name')
          return (
            <li key={row.id}>
              <div className="ops-queue__what">
                <a href={`/admin/collections/outside-care/${row.id}`}>{name}</a>
                <span className="ops-small ops-muted">
                  {[textIn(row, 'profession'), textIn(row, 'contact')].filter(Boolean).join(', ')}
                </span>
              </div>
              <span className="ops-row">
                <Chip icon={isActive ? 'check' : 'close'} tone={isActive ? 'ok' : 'plain'}>
                  {isActive ? 'On the team' : 'Ended'}
                </Chip>
                {end?.isPossible ? (
                  <ActionButton
                    about={name}
                    action={end}
                    target={{ slug: 'outside-care', id: row.id, rev: numberIn(row, 'rev') }}
                  />
                ) : null}
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
