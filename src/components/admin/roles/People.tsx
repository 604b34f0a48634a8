import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { rolesOn } from '@/src/domain/people/roleEnds'
import { practiceToday } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { numberIn, readRows, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { roleWords } from './roleWords'

/** Everybody who works here, with the roles they hold today. */
export const People = async ({ req }: { req: PayloadRequest }) => {
  const people = await readRows(req, 'staff', {
    where: { isActive: { equals: true } },
    sort: 'name',
    limit: 500,
  })
  const today = practiceToday()
  const mayLetGo = isGranted(req, 'staff', 'deactivate')
  return (
    <Card count={people.length} title="People">
      <div className="ops-table-wrap">
        <table className="ops-table ops-table--stack">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Roles</th>
              <th scope="col">
                <span className="ops-sr">What to do</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => {
              const held = rolesOn(person, today)
              const set = offered(req, { slug: 'staff', name: 'grant-roles', record: person })
              return (
                <tr key={person.id}>
                  <td>{textIn(person, 'name')}</td>
                  <td>{roleWords(held, textIn(person, 'roleEnds'))}</td>
                  <td className="ops-right">
                    {set ? (
                      <ActionButton
                        about={`of ${textIn(person, 'name')}`}
                        action={set}
                        initial={{ roles: held.join(' ') }}
                        target={{ slug: 'staff', id: person.id, rev: numberIn(person, 'rev') }}
                      />
                    ) : null}{' '}
                    {mayLetGo ? (
                      <a className="ops-button" href={`/admin/leaving/${person.id}`}>
                        Leaves
                        <span className="ops-sr"> {textIn(person, 'name')}</span>
                      </a>
                    ) : null}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
