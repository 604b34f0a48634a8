import type { PayloadRequest } from 'payload'
import { actorOf, emergenciesOf } from '@/access/principal'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'

type Props = { req: PayloadRequest; patient?: string; isPrimary?: boolean }

/** Opens a chart in an emergency; absent for who may not, and while one is open. */
export const StartEmergency = ({ req, patient, isPrimary }: Props) => {
  const start = offered(req, { slug: 'break-glass-grants', name: 'start' })
  if (!start || emergenciesOf(actorOf(req)).length) return null
  return (
    <ActionButton
      action={start}
      icon="alert"
      isPrimary={isPrimary}
      label={patient ? 'Emergency access' : undefined}
      preset={patient ? { patient } : undefined}
      target={{ slug: 'break-glass-grants', id: null }}
    />
  )
}
