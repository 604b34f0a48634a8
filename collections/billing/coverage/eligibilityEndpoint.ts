import { asUser } from '@/access/asSystem'
import { door } from '@/access/doors'
import { loadSettings } from '@/hooks/loadSettings'
import { eligibilityState } from '@/hooks/rules/billing/eligibilityState'
import { idIn } from '@/src/domain/row'
import { practiceToday } from '@/src/lib/practiceZone'

/** GET /api/insurance-policies/:id/eligibility: how fresh the last answer about coverage is (R14). */
export const eligibilityEndpoint = door('policy', {
  method: 'get',
  path: '/:id/eligibility',
  handler: async (req) => {
    const id = String(req.routeParams?.['id'] ?? '')
    const policy = await asUser(req).findByID({ collection: 'insurance-policies', id })
    const row = policy as unknown as Record<string, unknown> // read by column
    const { eligibilityMaxAgeDays } = await loadSettings(req, { payer: idIn(row, 'payer') })
    return Response.json(
      eligibilityState({ policy: row, today: practiceToday(), maxAgeDays: eligibilityMaxAgeDays }),
    )
  },
})
