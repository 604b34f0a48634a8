import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'

/** The way out for those who may open a chart in an emergency, where the rest of the product says no. */
export const EmergencyHint = ({ req }: { req: PayloadRequest }) =>
  isGranted(req, 'break-glass-grants', 'start') ? (
    <p>
      If somebody may be in danger and it cannot wait,{' '}
      <a href="/admin/emergency-access">open one chart in an emergency</a>.
    </p>
  ) : null
