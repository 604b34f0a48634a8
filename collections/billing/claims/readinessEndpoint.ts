import { asSystem, asUser } from '@/access/asSystem'
import { door } from '@/access/doors'
import { factReader } from '@/hooks/facts'
import { noteOfSession } from '@/hooks/rules/billing/noteFacts'
import type { ReadinessTarget } from '@/src/domain/billing/claimReadinessTypes'
import { daysBetween } from '@/src/domain/calendarDate'
import { idIn, type Row, textIn } from '@/src/domain/row'
import { practiceToday } from '@/src/lib/practiceZone'
import { readinessNow } from './noteReadiness'

const admin = '/admin/collections'

/** Where each thing is mended. */
const linksOf = async (
  req: Parameters<typeof factReader>[0],
  claim: Row,
): Promise<Record<ReadinessTarget, string>> => {
  const read = factReader(req)
  const session = await read.one('sessions', idIn(claim, 'session'))
  const note = await noteOfSession(read, session)
  const ofPatient = `?where[patient][equals]=${idIn(claim, 'patient')}`
  return {
    note: note ? `${admin}/${note.slug}/${note.id}` : `${admin}/progress-notes${ofPatient}`,
    diagnoses: `${admin}/diagnoses${ofPatient}`,
    policy: `${admin}/insurance-policies/${idIn(claim, 'policy') ?? ''}`,
    authorization: `${admin}/authorizations${ofPatient}`,
    enrollment: `${admin}/payer-enrollments?where[staff][equals]=${idIn(claim, 'clinician')}`,
    staff: `${admin}/staff/${idIn(claim, 'clinician')}`,
    practice: '/admin/globals/practice',
    session: `${admin}/sessions/${idIn(claim, 'session')}`,
    plan: `${admin}/treatment-plans${ofPatient}`,
    payer: `${admin}/payers/${idIn(claim, 'payer')}`,
    claim: `${admin}/claims/${claim['id']}`,
  }
}

/** GET /api/claims/:id/readiness: every check with its sentence, good or bad, and where to mend it. */
export const readinessEndpoint = door('policy', {
  method: 'get',
  path: '/:id/readiness',
  handler: async (req) => {
    const id = String(req.routeParams?.['id'] ?? '')
    const claim = (await asUser(req).findByID({ collection: 'claims', id })) as unknown as Row // read by column
    const system = await asSystem(req, 'Claim readiness')
    const { ready, findings } = await readinessNow({ system, req: system.req }, claim)
    const links = await linksOf(req, claim)
    const deadline = textIn(claim, 'filingDeadline')
    const alarmFrom = textIn(claim, 'filingAlarmFrom')
    const today = practiceToday()
    return Response.json({
      ready,
      findings: findings.map((finding) => ({
        ...finding,
        fix: { ...finding.fix, url: links[finding.fix.target] },
      })),
      filing: {
        deadline: deadline || null,
        daysLeft: deadline ? daysBetween(today, deadline) : null,
        isUrgent: alarmFrom !== '' && alarmFrom <= today,
      },
    })
  },
})
