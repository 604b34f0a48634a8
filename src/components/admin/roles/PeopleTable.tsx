import type { PayloadRequest } from 'payload'
import type { ReactNode } from 'react'
import { rolesOn } from '@/src/domain/people/roleEnds'
import { practiceToday } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { numberIn, type Row, readRows, textIn } from '../page/read'
import { WorkTable } from '../ui/WorkTable'
import { roleWords } from './roleWords'

/** Everybody who works here, by name. */
export const readPeople = (req: PayloadRequest): Promise<Row[]> =>
  readRows(req, 'staff', { where: { isActive: { equals: true } }, sort: 'name', limit: 500 })

type Props = {
  req: PayloadRequest
  people: readonly Row[]
  /** Whether the roles of a person may be set here. */
  maySet?: (person: Row) => boolean
  /** What else can be done about a person. */
  also: (person: Row) => ReactNode
}

/** People with the roles they hold today, and what can be done about each. */
export const PeopleTable = ({ req, people, maySet = () => true, also }: Props) => {
  const today = practiceToday()
  const heldBy = (person: Row) => rolesOn(person, today)
  return (
    <WorkTable
      columns={[
        { label: 'Name', of: (person) => textIn(person, 'name') },
        { label: 'Roles', of: (person) => roleWords(heldBy(person), textIn(person, 'roleEnds')) },
      ]}
      lines={people}
      toDo={(person) => {
        const about = { slug: 'staff', name: 'grant-roles', record: person }
        const set = maySet(person) ? offered(req, about) : null
        return (
          <>
            {set ? (
              <ActionButton
                about={`of ${textIn(person, 'name')}`}
                action={set}
                initial={{ roles: heldBy(person).join(' ') }}
                target={{ slug: 'staff', id: person.id, rev: numberIn(person, 'rev') }}
              />
            ) : null}{' '}
            {also(person)}
          </>
        )
      }}
    />
  )
}
