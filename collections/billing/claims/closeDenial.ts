import { closeTasks } from '@/collections/records/closeTasks'
import type { EffectContext } from '@/hooks/actions/define'

/** What to do about a denied claim is decided. */
export const closeDenial = (context: EffectContext): Promise<void> =>
  closeTasks(context, { kind: 'denial', recordIds: [context.record.id] })
