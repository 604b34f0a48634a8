import type { PayloadRequest } from 'payload'
import { isGrantedAbout } from '@/access/decide'
import { DisclosuresCard } from './DisclosuresCard'
import { HoldsCard } from './HoldsCard'
import { OutsideCard } from './OutsideCard'
import { Part2Card } from './Part2Card'
import { ReleasesCard } from './ReleasesCard'
import { RequestsCard } from './RequestsCard'

const parts = [
  { needs: 'record-requests', Part: RequestsCard },
  { needs: 'releases', Part: ReleasesCard },
  { needs: 'disclosures', Part: DisclosuresCard },
  { needs: 'outside-care', Part: OutsideCard },
  { needs: 'part2-labels', Part: Part2Card },
  { needs: 'legal-holds', Part: HoldsCard },
] as const

/** What leaves this chart, who may have it, and what keeps it from being changed; each role its own part. */
export const SharingSection = ({ req, id }: { req: PayloadRequest; id: string }) => (
  <>
    {parts
      .filter(({ needs }) => isGrantedAbout(req, { slug: needs, verb: 'read', patient: id }))
      .map(({ needs, Part }) => (
        <Part id={id} key={needs} req={req} />
      ))}
  </>
)
