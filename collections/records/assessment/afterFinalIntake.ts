import { markChargeReady } from '@/collections/billing/effects/markChargeReady'
import { draftFromIntake } from '@/collections/treatment/plans/draftFromIntake'
import type { Effect, EffectContext } from '@/hooks/actions/define'

const onceFinal =
  (run: (context: EffectContext, sessionId: string) => Promise<void>) =>
  async (context: EffectContext): Promise<void> => {
    const sessionId = context.record['session']
    if (context.record['isFinal'] === true && sessionId) await run(context, String(sessionId))
  }

/** What the final signature of an intake sets off: a draft of the plan, and the charge may be billed. */
export const afterFinalIntake: readonly Effect[] = [
  {
    name: 'plan',
    run: onceFinal((context) => draftFromIntake(context, String(context.record['serviceDate']))),
  },
  {
    name: 'charge',
    run: onceFinal(({ req, system }, sessionId) => markChargeReady({ req, system }, sessionId)),
  },
]
