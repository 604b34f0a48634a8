import type { PayloadRequest } from 'payload'
import { apiScopesIn, apiScopeWords, grantableScope } from '@/access/apiScopes'
import { clock } from '@/src/lib/clock'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { numberIn, type Row, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip, type Tone } from '../ui/Chip'
import { ClientKeys, isLive } from './ClientKeys'

type Props = { req: PayloadRequest; client: Row; keys: readonly Row[]; owner: Row | null }

const soonMs = 14 * 86_400_000

const stateOf = ({ client, keys, owner }: Omit<Props, 'req'>): { tone: Tone; words: string } => {
  if (client['isActive'] !== true) return { tone: 'plain', words: 'Stopped' }
  if (owner?.['isActive'] !== true) return { tone: 'bad', words: 'Nobody answers for it' }
  const live = keys.filter(isLive)
  if (!live.length) return { tone: 'warn', words: 'No key that works' }
  const last = Math.max(...live.map((key) => Date.parse(textIn(key, 'expiresAt'))))
  const isSoon = last - clock.wall().getTime() < soonMs
  return isSoon ? { tone: 'warn', words: 'Its key ends soon' } : { tone: 'ok', words: 'Works' }
}

const MayDo = ({ client }: { client: Row }) => (
  <ul className="ops-plain-list">
    {apiScopesIn(client['scopes']).map((name) => {
      const scope = grantableScope(name)
      return <li key={name}>{scope ? apiScopeWords(scope) : `${name} (not granted any more)`}</li>
    })}
  </ul>
)

const Buttons = ({ req, client, keys, owner }: Props) => {
  const target = { slug: 'api-clients', id: client.id, rev: numberIn(client, 'rev') }
  const find = (name: string) => offered(req, { slug: 'api-clients', name, record: client })
  const live = keys.filter(isLive)
  const [issue, rotate, change, takeOver, stop] = [
    find('issue-key'),
    find('rotate-key'),
    find('change-access'),
    find('take-over'),
    find('revoke'),
  ]
  const about = textIn(client, 'name')
  const isMine = refIn(client, 'owner') === req.user?.id
  const access = {
    scopes: textIn(client, 'scopes'),
    allowedAddresses: textIn(client, 'allowedAddresses'),
    callsPerMinute: numberIn(client, 'callsPerMinute'),
    owner: owner?.['isActive'] === true ? owner.id : '',
  }
  return (
    <div className="ops-row">
      {issue && !live.length ? (
        <ActionButton
          about={about}
          action={issue}
          initial={{ days: 365 }}
          isPrimary
          target={target}
        />
      ) : null}
      {rotate?.isPossible && live.length === 1 ? (
        <ActionButton
          about={about}
          action={rotate}
          initial={{ days: 365, overlapHours: 24 }}
          target={target}
        />
      ) : null}
      {takeOver && !isMine && owner?.['isActive'] !== true ? (
        <ActionButton about={about} action={takeOver} isPrimary target={target} />
      ) : null}
      {change ? (
        <ActionButton about={about} action={change} initial={access} target={target} />
      ) : null}
      {stop?.isPossible ? <ActionButton about={about} action={stop} target={target} /> : null}
    </div>
  )
}

/** One client: what it may do, its keys and what can be done about it. */
export const ClientCard = (props: Props) => {
  const { req, client, keys, owner } = props
  const state = stateOf(props)
  const addresses = textIn(client, 'allowedAddresses').split('\n').filter(Boolean)
  return (
    <Card aside={<Chip tone={state.tone}>{state.words}</Chip>} title={textIn(client, 'name')}>
      {textIn(client, 'purpose') ? <p>{textIn(client, 'purpose')}</p> : null}
      <dl className="ops-facts">
        <div>
          <dt>May</dt>
          <dd>
            <MayDo client={client} />
          </dd>
        </div>
        <div>
          <dt>From</dt>
          <dd>{addresses.length ? addresses.join(', ') : 'Any address'}</dd>
        </div>
        <div>
          <dt>Calls a minute</dt>
          <dd className="ops-number">{numberIn(client, 'callsPerMinute')}</dd>
        </div>
        <div>
          <dt>Who answers for it</dt>
          <dd>
            {owner ? textIn(owner, 'name') : 'Nobody'}
            {owner && owner['isActive'] !== true ? ' (has left)' : null}
          </dd>
        </div>
      </dl>
      <ClientKeys keys={keys} req={req} />
      <Buttons {...props} />
    </Card>
  )
}
