import type { AdminViewServerProps, PayloadRequest } from 'payload'
import type { OpenAnswer } from '@/collections/people/leaving/openWorkEndpoint'
import { formatDate } from '@/src/domain/calendarDate'
import { countOf } from '@/src/domain/countOf'
import { rolesOn } from '@/src/domain/people/roleEnds'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceToday, practiceZone } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { AdminPage } from '../page/AdminPage'
import { segmentIn } from '../page/params'
import { askDoor, type Row, readRows, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { HandOver } from './HandOver'
import { LeavingReport } from './LeavingReport'
import { kindWords, ownWords } from './words'

const whenOf = (at: string): string => {
  if (!at) return ''
  return at.length > 10 ? formatDateTime({ instant: at, zone: practiceZone() }) : formatDate(at)
}

const colleaguesOf = (people: readonly Row[], leaving: string): { id: string; name: string }[] =>
  people
    .filter((each) => each.id !== leaving && rolesOn(each, practiceToday()).length)
    .map((each) => ({ id: each.id, name: textIn(each, 'name') }))

const Remains = ({ answer }: { answer: OpenAnswer }) => {
  const own = ownWords.filter(([kind]) => answer.open[kind].length)
  return (
    <Card title="Only they can do it, or it ends by itself">
      <dl className="ops-facts">
        {own.map(([kind, title, hint]) => (
          <div key={kind}>
            <dt>{title}</dt>
            <dd>
              {answer.open[kind].length} <span className="ops-muted">{hint}</span>
            </dd>
          </div>
        ))}
        <div>
          <dt>Signed in at</dt>
          <dd>
            {countOf(answer.sessions, 'place')}{' '}
            <span className="ops-muted">Ended with the account, at once.</span>
          </dd>
        </div>
        {answer.grants ? (
          <div>
            <dt>Changes of roles that wait</dt>
            <dd>
              {answer.grants} <span className="ops-muted">Withdrawn with the account.</span>
            </dd>
          </div>
        ) : null}
      </dl>
    </Card>
  )
}

const Leaving = async ({ req, id }: { req: PayloadRequest; id: string }) => {
  const answer = await askDoor<OpenAnswer>(req, {
    slug: 'staff',
    path: '/:id/open-work',
    params: { id },
  })
  if (!answer) return <Empty>There is nobody here, or you may not let them go.</Empty>
  const { person, open } = answer
  const people = await readRows(req, 'staff', {
    where: { isActive: { equals: true } },
    sort: 'name',
    limit: 500,
  })
  const record = people.find((each) => each.id === id)
  const deactivate = record ? offered(req, { slug: 'staff', name: 'deactivate', record }) : null
  const groups = kindWords
    .map(([kind, title, hint]) => ({
      kind,
      title,
      hint,
      items: open[kind].map((item) => ({ ...item, at: whenOf(item.at) })),
    }))
    .filter(({ items }) => items.length)
  return (
    <div className="ops-stack">
      <Card
        aside={
          deactivate?.isPossible ? (
            <ActionButton
              about={person.name}
              action={deactivate}
              target={{ slug: 'staff', id, rev: person.rev }}
            />
          ) : null
        }
        title={person.name}
      >
        <p className="ops-row">
          {person.isActive ? (
            <Chip tone="info">Works here</Chip>
          ) : (
            <Chip tone="plain">Left {whenOf(person.leftAt)}</Chip>
          )}
          {groups.length || open.notes.length || open.risks.length
            ? 'Work still waits for them.'
            : 'Nothing waits for them.'}
        </p>
      </Card>
      {groups.length ? (
        <HandOver colleagues={colleaguesOf(people, id)} groups={groups} person={person} />
      ) : null}
      <Remains answer={answer} />
      <LeavingReport req={req} staff={id} />
    </div>
  )
}

/** /admin/leaving/:id: what is open at somebody who leaves, who takes over, and what was done (R97). */
export const LeavingView = (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const id = segmentIn(view.params, 1)
  return (
    <AdminPage
      lead="What waits for this person goes to colleagues first. Then the account is closed: sessions and links end at once, signatures stay."
      needs={{ slug: 'staff', verb: 'deactivate' }}
      path={`/admin/leaving/${id}`}
      title="Somebody leaves"
      view={view}
    >
      {() => <Leaving id={id} req={req} />}
    </AdminPage>
  )
}
