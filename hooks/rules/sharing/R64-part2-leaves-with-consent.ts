import { defineRule } from '../rule'
import { type SharingFacts, sharingFacts } from './sharingFacts'

/** The notice and the copy of the consent are put into the file itself (collections/records/sharing/exports). */
export const part2LeavesWithConsent = defineRule<SharingFacts>({
  id: 'R64',
  title: 'Part 2 records leave with a consent of their own, its copy and the notice',
  area: 'sharing',
  appliesTo: [
    'disclosures:action:prepare',
    'disclosures:action:send',
    'record-requests:action:fulfil',
  ],
  override: { roles: ['compliance'] },
  facts: sharingFacts,
  check: ({ facts: { leaving, part2Consent } }) => {
    if (!leaving.isPart2 || leaving.basis === 'individual' || part2Consent) return []
    const legal = leaving.basis === 'courtOrder'
    return [
      {
        path: 'includePart2',
        message: legal
          ? 'A court order opens Part 2 records only when it was made under 42 CFR part 2, subpart E. Leave them out, or have compliance say that it was.'
          : `No Part 2 consent of the patient covers this for ${leaving.recipientName}. Leave Part 2 records out, or ask the patient to sign one.`,
      },
    ]
  },
})
