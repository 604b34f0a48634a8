import type { EffectContext } from '@/hooks/actions/define'
import { invitePatient } from '../openPortalAccount'
import { patientOf } from './ensurePatient'

/** Sends the invitation to the packet. */
export const openPortal = async (context: EffectContext): Promise<void> =>
  invitePatient(context, {
    patientId: await patientOf(context),
    uniqueKey: `portal-invitation|${String(context.record['intakeKey'])}`,
  })
