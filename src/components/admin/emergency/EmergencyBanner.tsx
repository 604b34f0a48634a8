import { headers } from 'next/headers'
import { type BasePayload, createLocalReq, type PayloadRequest } from 'payload'
import { actorOf, emergenciesOf } from '@/access/principal'
import { namesById } from '@/collections/system/accessLog/namedEvents'
import { clock } from '@/src/lib/clock'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { Icon } from '../ui/Icon'
import { TimeLeft } from './TimeLeft'

type Props = { req?: PayloadRequest; payload: BasePayload }

/** Payload's page for what was not found hands on no request: the person is asked for anew. */
const requestOf = async ({ req, payload }: Props): Promise<PayloadRequest> => {
  if (req) return req
  const { user } = await payload.auth({ headers: await headers() })
  return createLocalReq({ user: user ?? undefined }, payload)
}

/** On every page while a chart is open in an emergency: whose, how long still, and the way to end it. */
export const EmergencyBanner = async (props: Props) => {
  const req = await requestOf(props)
  const [grant] = emergenciesOf(actorOf(req))
  if (!grant) return null
  // Named when it was opened; drawing the name again on each page opens nothing.
  const names = await namesById(req, {
    slug: 'patients',
    column: 'displayName',
    ids: [grant.patient],
  })
  const end = offered(req, { slug: 'break-glass-grants', name: 'end' })
  const msLeft = new Date(grant.endsAt).getTime() - clock.wall().getTime()
  return (
    <section aria-label="Emergency access" className="ops-root ops-emergency">
      <span>
        <Icon name="alert" /> Emergency access to the chart of{' '}
        <a href={`/admin/patient/${grant.patient}`}>
          <strong>{names.get(grant.patient) ?? 'a patient'}</strong>
        </a>
        : <TimeLeft msLeft={msLeft} />. What you open is reported.
      </span>
      {end ? (
        <ActionButton
          about="the emergency access"
          action={end}
          target={{ slug: 'break-glass-grants', id: grant.id }}
        />
      ) : null}
    </section>
  )
}
