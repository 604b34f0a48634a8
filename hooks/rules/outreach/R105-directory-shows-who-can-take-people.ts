import type { Listing } from '@/src/domain/outreach/directory'
import { practiceToday } from '@/src/lib/practiceZone'
import { defineRule } from '../rule'
import { listingOf, staffFacts, staffIdOf } from './directoryFacts'

/**
 * Tells whoever publishes a profile that it will not show yet. That it stays hidden is enforced where
 * profiles are read (collections/outreach/hooks/showOnlyListed.ts), for every door.
 */
export const directoryShowsWhoCanTakePeople = defineRule<Listing>({
  id: 'R105',
  title: 'A therapist who is full, on leave or without a valid license is not in the directory',
  area: 'outreach',
  appliesTo: ['therapist-profiles:create', 'therapist-profiles:update'],
  override: null,
  isAdvice: true,
  facts: async (read, change) => {
    const on = practiceToday()
    const staffId = staffIdOf(change.after)
    const facts = await staffFacts((slug, where) => read.many(slug, where), {
      staffIds: staffId ? [staffId] : [],
      on,
    })
    return listingOf(change.after, { staff: facts.get(staffId), on })
  },
  check: ({ change, facts }) =>
    change.after['_status'] === 'published' && facts.reason
      ? [
          {
            path: 'listing',
            message: facts.reason,
            fixUrl: `/admin/collections/staff/${staffIdOf(change.after)}`,
          },
        ]
      : [],
})
