import type { BasePayload } from 'payload'
import { type SignInSettings, signInSettingsOf } from '@/src/domain/signIn/standing'
import { clock } from '@/src/lib/clock'
import { globalState } from '@/src/lib/globalState'

/** How long another server may go on with settings that were changed. */
const memoryMs = 5_000

type Known = { until: number; settings: Promise<SignInSettings> }

const known = globalState('sign-in-settings', () => new WeakMap<BasePayload, Known>())

const load = async (payload: BasePayload): Promise<SignInSettings> =>
  signInSettingsOf(
    (await payload.db.findGlobal({ slug: 'sign-in-settings' })) as Record<string, unknown> | null, // read by name
  )

/** What the practice decided about signing in; asked on every request, read every few seconds. */
export const signInSettings = (payload: BasePayload): Promise<SignInSettings> => {
  const wall = clock.wall().getTime()
  const remembered = known.get(payload)
  if (remembered && remembered.until > wall) return remembered.settings
  const settings = load(payload)
  known.set(payload, { until: wall + memoryMs, settings })
  settings.catch(() => known.delete(payload))
  return settings
}

export const forgetSignInSettings = (payload: BasePayload): void => {
  known.delete(payload)
}
