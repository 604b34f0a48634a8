import type { PayloadRequest } from 'payload'
import { HoldsCard } from './HoldsCard'

/** What leaves this chart, who may have it, and what keeps it from being changed. */
export const SharingSection = ({ req, id }: { req: PayloadRequest; id: string }) => (
  <HoldsCard id={id} req={req} />
)
