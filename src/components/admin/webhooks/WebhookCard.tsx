import type { PayloadRequest } from 'payload'
import { webhookEvents, webhookEventsIn } from '@/src/domain/webhooks/events'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { numberIn, type Row, textIn } from '../page/read'
import { wallAge } from '../page/wallAge'
import { Card } from '../ui/Card'
import { Chip, type Tone } from '../ui/Chip'
import { Deliveries } from './Deliveries'

type Props = { req: PayloadRequest; webhook: Row; deliveries: readonly Row[] }

const pauses: Readonly<Record<string, { tone: Tone; words: string }>> = {
  asked: { tone: 'plain', words: 'Paused' },
  failing: { tone: 'bad', words: 'Paused: it took nothing for three days' },
  gone: { tone: 'bad', words: 'Paused: it says that it is gone for good' },
}

const stateOf = (webhook: Row): { tone: Tone; words: string } => {
  if (textIn(webhook, 'state') === 'paused')
    return pauses[textIn(webhook, 'pauseReason')] ?? { tone: 'plain', words: 'Paused' }
  return webhook['failingSince']
    ? { tone: 'warn', words: 'Takes nothing at the moment' }
    : { tone: 'ok', words: 'Works' }
}

const labelOf = (event: string): string =>
  webhookEvents.find(({ value }) => value === event)?.label ?? event

const Buttons = ({ req, webhook }: Omit<Props, 'deliveries'>) => {
  const target = { slug: 'webhooks', id: webhook.id, rev: numberIn(webhook, 'rev') }
  const about = textIn(webhook, 'name')
  const find = (name: string) => offered(req, { slug: 'webhooks', name, record: webhook })
  const initial: Record<string, Record<string, string | number>> = {
    change: { name: about, url: textIn(webhook, 'url'), events: textIn(webhook, 'events') },
    'change-secret': { overlapHours: 24 },
  }
  const names = ['resume', 'send-test', 'change', 'change-secret', 'pause']
  return (
    <div className="ops-row">
      {names.map((name) => {
        const action = find(name)
        return action?.isPossible ? (
          <ActionButton
            about={about}
            action={action}
            initial={initial[name]}
            isPrimary={name === 'resume'}
            key={name}
            target={target}
          />
        ) : null
      })}
    </div>
  )
}

/** One receiver: where it is, what it is told, and how the last messages to it went. */
export const WebhookCard = ({ req, webhook, deliveries }: Props) => {
  const state = stateOf(webhook)
  return (
    <Card aside={<Chip tone={state.tone}>{state.words}</Chip>} title={textIn(webhook, 'name')}>
      <dl className="ops-facts">
        <div>
          <dt>Address</dt>
          <dd>
            <code className="ops-wrap">{textIn(webhook, 'url')}</code>
          </dd>
        </div>
        <div>
          <dt>Told about</dt>
          <dd>
            <ul className="ops-plain-list">
              {webhookEventsIn(webhook['events']).map((event) => (
                <li key={event}>{labelOf(event)}</li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>Last taken</dt>
          <dd>{wallAge(webhook, 'lastDeliveredAt') || 'Nothing yet'}</dd>
        </div>
        {webhook['failingSince'] ? (
          <div>
            <dt>Takes nothing since</dt>
            <dd>{wallAge(webhook, 'failingSince')}</dd>
          </div>
        ) : null}
      </dl>
      <Deliveries
        deliveries={deliveries}
        isPaused={textIn(webhook, 'state') === 'paused'}
        req={req}
      />
      <Buttons req={req} webhook={webhook} />
    </Card>
  )
}
