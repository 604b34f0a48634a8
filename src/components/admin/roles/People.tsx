import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { textIn } from '../page/read'
import { Card } from '../ui/Card'
import { PeopleTable, readPeople } from './PeopleTable'

/** Everybody who works here, with the roles they hold today. */
export const People = async ({ req }: { req: PayloadRequest }) => {
  const people = await readPeople(req)
  const mayLetGo = isGranted(req, 'staff', 'deactivate')
  return (
    <Card count={people.length} title="People">
      <PeopleTable
        also={(person) =>
          mayLetGo ? (
            <a className="ops-button" href={`/admin/leaving/${person.id}`}>
              Leaves
              <span className="ops-sr"> {textIn(person, 'name')}</span>
            </a>
          ) : null
        }
        people={people}
        req={req}
      />
    </Card>
  )
}
