import { isInForce, whyNotInForce } from '@/src/domain/sharing/releaseKinds'
import { dayIn } from '@/src/lib/practiceZone'
import { defineRule } from '../rule'
import { type SharingFacts, sharingFacts } from './sharingFacts'

/** Asked when records are put together, when the file is taken, and when they are sent. */
export const sharingEndsWithTheRelease = defineRule<SharingFacts>({
  id: 'R65',
  title: 'Nothing leaves under a release that is over, taken back or not signed',
  area: 'sharing',
  appliesTo: [
    'disclosures:action:prepare',
    'disclosures:action:send',
    'record-requests:action:fulfil',
  ],
  override: null,
  facts: sharingFacts,
  check: ({ facts: { release }, today, zone }) => {
    if (!release) return []
    const terms = {
      status: String(release['status']),
      expiresOn: String(release['expiresOn'] ?? '') || null,
    }
    if (isInForce(terms, today)) return []
    const endedAt = release['endedAt'] ? new Date(String(release['endedAt'])) : null
    const revokedOn = endedAt ? dayIn(endedAt, zone) : null
    return [
      {
        path: 'release',
        message: `The release for ${String(release['recipientName'])} ${whyNotInForce({ ...terms, revokedOn })}. Nothing can be shared under it; ask the patient for a new one.`,
      },
    ]
  },
})
