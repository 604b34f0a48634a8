import { headers } from 'next/headers'
import { type BasePayload, createLocalReq, type PayloadRequest } from 'payload'
import { actorOf } from '@/access/principal'
import { signInSettings } from '@/access/session/signInSettings'
import { env } from '@/src/lib/env'

type Props = { req?: PayloadRequest; payload: BasePayload }

const requestOf = async ({ req, payload }: Props): Promise<PayloadRequest> => {
  if (req) return req
  const { user } = await payload.auth({ headers: await headers() })
  return createLocalReq({ user: user ?? undefined }, payload)
}

/** Where the practice lets people in with a password alone, everybody who does is told. */
export const FactorBanner = async (props: Props) => {
  const { session, kind } = actorOf(await requestOf(props))
  if (kind !== 'staff' || session?.hasFactor) return null
  const { isFactorRequired } = await signInSettings(props.payload)
  if (isFactorRequired) return null
  return (
    <div className="ops-root ops-demo ops-demo--warn" role="note">
      <span className="ops-roomy">Signed in with a password alone. </span>
      <span className="ops-tight">Password alone. </span>
      <span className="ops-roomy">
        {env.DEMO ? 'The demo allows it; a new practice does not. ' : 'This practice allows it. '}
      </span>
      <a href="/admin/signing-in">Set up a second factor</a>
    </div>
  )
}
