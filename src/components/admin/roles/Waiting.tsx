import type { PayloadRequest } from 'payload'
import { clock } from '@/src/lib/clock'
import { practiceZone } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { ageOf } from '../page/ages'
import { namesOf, numberIn, type Row, readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'
import { roleWords } from './roleWords'

type Names = { who: string; asked: string }

const Request = ({ req, grant, names }: { req: PayloadRequest; grant: Row; names: Names }) => {
  const isMine = refIn(grant, 'requestedBy') === req.user?.id
  const target = { slug: 'role-grants', id: grant.id, rev: numberIn(grant, 'rev') }
  const wished = isMine ? ['withdraw'] : ['confirm', 'decline']
  const age = ageOf({
    instant: textIn(grant, 'requestedAt'),
    now: clock.now(),
    zone: practiceZone(),
  })
  return (
    <li>
      <div className="ops-queue__what">
        <strong>{names.who}</strong>
        <dl className="ops-facts">
          <div>
            <dt>Now</dt>
            <dd>{roleWords(textIn(grant, 'rolesBefore'), textIn(grant, 'endsBefore'))}</dd>
          </div>
          <div>
            <dt>Then</dt>
            <dd>{roleWords(textIn(grant, 'rolesAfter'), textIn(grant, 'endsAfter'))}</dd>
          </div>
        </dl>
        <span className="ops-muted">
          {names.asked} asked {age}
          {textIn(grant, 'reason') ? `: ${textIn(grant, 'reason')}` : null}
        </span>
      </div>
      <div className="ops-row">
        {isMine ? <span className="ops-muted">Another owner confirms it.</span> : null}
        {wished.map((name) => {
          const action = offered(req, { slug: 'role-grants', name, record: grant })
          return action ? (
            <ActionButton
              about={`the roles of ${names.who}`}
              action={action}
              isPrimary={name === 'confirm'}
              key={name}
              target={target}
            />
          ) : null
        })}
      </div>
    </li>
  )
}

/** Changes of roles that wait for a second person. */
export const Waiting = async ({ req }: { req: PayloadRequest }) => {
  const grants = await readRows(req, 'role-grants', {
    where: { status: { equals: 'requested' } },
    sort: 'requestedAt',
  })
  const [who, asked] = await Promise.all([
    namesOf(req, { slug: 'staff', column: 'staff', rows: grants, name: 'name' }),
    namesOf(req, { slug: 'staff', column: 'requestedBy', rows: grants, name: 'name' }),
  ])
  return (
    <Card count={grants.length} title="Waiting for a second person">
      {grants.length ? (
        <ul className="ops-queue">
          {grants.map((grant) => (
            <Request
              grant={grant}
              key={grant.id}
              names={{
                who: who.get(refIn(grant, 'staff')) ?? 'Somebody',
                asked: asked.get(refIn(grant, 'requestedBy')) ?? 'Somebody',
              }}
              req={req}
            />
          ))}
        </ul>
      ) : (
        <Empty>No change of roles waits.</Empty>
      )}
    </Card>
  )
}
