import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { practiceToday } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { spellDay } from '../fields/spellDay'
import { namesOf, numberIn, type Row, readRows, refIn, textIn } from '../page/read'
import { RecordButton } from '../record/RecordButton'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { teamFields } from './peopleFields'

const roleWords: Readonly<Record<string, string>> = {
  primary: 'Primary clinician',
  cotreating: 'Co-treating',
  covering: 'Covering',
}

const Standing = ({ row }: { row: Row }) => {
  const today = practiceToday()
  if (textIn(row, 'endsOn') && textIn(row, 'endsOn') < today) {
    return (
      <Chip icon="close" tone="plain">
        Ended
      </Chip>
    )
  }
  return textIn(row, 'startsOn') > today ? (
    <Chip tone="info">To come</Chip>
  ) : (
    <Chip tone="ok">On the team</Chip>
  )
}

/** Who of the practice cares for this patient, and so may open the chart. */
export const TeamCard = async ({ req, patient }: { req: PayloadRequest; patient: string }) => {
  const mayAdd = isGranted(req, 'care-team-assignments', 'create')
  const [team, clinicians] = await Promise.all([
    readRows(req, 'care-team-assignments', {
      where: { patient: { equals: patient } },
      sort: '-startsOn',
      limit: 50,
    }),
    mayAdd
      ? readRows(req, 'staff', {
          where: {
            and: [{ roles: { in: ['clinician', 'intern'] } }, { isActive: { equals: true } }],
          },
          sort: 'name',
          select: ['name'],
        })
      : Promise.resolve([]),
  ])
  const names = await namesOf(req, { slug: 'staff', column: 'staff', rows: team, name: 'name' })
  const choices = clinicians.map((row) => ({ value: row.id, label: textIn(row, 'name') }))
  return (
    <Card
      aside={
        mayAdd ? (
          <RecordButton
            about="somebody to the care team"
            fields={teamFields(choices)}
            label="Add"
            preset={{ patient }}
            slug="care-team-assignments"
            title="Care team"
            values={{ role: team.length ? 'cotreating' : 'primary', startsOn: practiceToday() }}
          />
        ) : null
      }
      count={team.length}
      title="Care team"
    >
      {team.length ? null : <Empty>Nobody yet. Booking an intake puts the clinician here.</Empty>}
      <ul className="ops-queue">
        {team.map((row) => {
          const name = names.get(refIn(row, 'staff')) ?? 'Somebody who has left'
          const end = offered(req, { slug: 'care-team-assignments', name: 'end', record: row })
          return (
            <li key={row.id}>
              <div className="ops-queue__what">
                <a href={`/admin/collections/care-team-assignments/${row.id}`}>{name}</a>
                <span className="ops-small ops-muted">
                  {roleWords[textIn(row, 'role')] ?? textIn(row, 'role')}, since{' '}
                  {spellDay(textIn(row, 'startsOn'))}
                  {textIn(row, 'endsOn') ? `, until ${spellDay(textIn(row, 'endsOn'))}` : ''}
                </span>
              </div>
              <span className="ops-row">
                <Standing row={row} />
                {end?.isPossible ? (
                  <ActionButton
                    about={name}
                    action={end}
                    target={{
                      slug: 'care-team-assignments',
                      id: row.id,
                      rev: numberIn(row, 'rev'),
                    }}
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
