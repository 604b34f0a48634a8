import {
  graphText,
  practiceThings,
  type Step,
  type Thing,
  trailThing,
} from '@/src/domain/outreach/structuredData'
import { listLocations, practice, practiceName } from '@/src/lib/website/records'
import { siteOrigin } from '@/src/lib/website/siteOrigin'

type Props = { things?: readonly Thing[]; trail?: readonly Step[] }

/** What search engines read: the practice, the way to this page, and what the page is about. */
export const StructuredData = async ({ things = [], trail = [] }: Props) => {
  const [name, facts, locations] = await Promise.all([practiceName(), practice(), listLocations()])
  const origin = siteOrigin()
  const graph = [
    ...practiceThings(origin, { name, practice: facts, locations }),
    ...trailThing(origin, trail),
    ...things,
  ]
  return (
    // Data and no script: browsers run nothing of it, so it needs no nonce.
    // biome-ignore lint/security/noDangerouslySetInnerHtml: React would write &quot; into it; graphText leaves no way out
    <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: graphText(graph) }} />
  )
}
