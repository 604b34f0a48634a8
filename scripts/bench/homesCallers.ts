// Makes the volume of a bench ready for its screens: visits today, a private page, somebody of each role signed in.
import { writeFileSync } from 'node:fs'

const [, , file = ''] = process.argv
const { getPayload } = await import('payload')
const { default: config } = await import('@payload-config')
const { openSession } = await import('@/access/session/open')
const { surfaces } = await import('@/access/session/cookies')
const { staffEmail } = await import('@/src/demo/seed/logins')
const { daysBetween } = await import('@/src/domain/calendarDate')
const { runSql } = await import('@/src/lib/database')
const { keepStatistics } = await import('@/src/lib/keepStatistics')
const { practiceToday } = await import('@/src/lib/practiceZone')

const payload = await getPayload({ config })
for (const [slug, data] of [
  ['sign-in-settings', { isFactorRequired: false }],
  ['setup', { finishedAt: new Date().toISOString() }],
] as const)
  await payload.updateGlobal({ slug: slug as never, data }) // slugs are data here

// The volume's week begins after today: its first day is moved to today, whatever day the bench is run on.
const today = practiceToday()
const [first] = (await runSql(
  payload,
  `SELECT MIN(service_date) AS day FROM appointments WHERE status = 'booked'`,
)) as { day: string }[] // one row
const shift = (column: string): string =>
  `${column} = strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, '-${daysBetween(today, String(first?.day))} days')`
await runSql(
  payload,
  `UPDATE appointments SET ${shift('starts_at')}, ${shift('ends_at')}, service_date = ?
   WHERE status = 'booked' AND service_date = ?`,
  [today, String(first?.day)],
)

const people = [
  ['owner', 'rosa'],
  ['director', 'imani'],
  ['clinician', 'theo'],
  ['supervisor', 'kim'],
  ['intern', 'leo'],
  ['front desk', 'ben'],
  ['biller', 'dana'],
  ['HR', 'priya'],
  ['marketing', 'mo'],
  ['compliance', 'sam'],
] as const

const staff: Record<string, { id: string; cookie: string }> = {}
for (const [role, name] of people) {
  const found = await payload.db.findOne<{ id: string }>({
    collection: 'staff',
    where: { email: { equals: staffEmail(name) } },
  })
  const id = String(found?.id)
  const token = await openSession(payload, { surface: 'staff', userId: id, agent: 'bench' })
  staff[role] = { id, cookie: `${surfaces.staff.cookie}=${token}` }
}

// Somebody with a policy, in every size of practice: a chart without one asks less.
const [theirs] = (await runSql(
  payload,
  `SELECT patient_id AS patient FROM appointments WHERE clinician_id = ? AND service_date = ?
   AND patient_id IN (SELECT patient_id FROM insurance_policies) LIMIT 1`,
  [staff['clinician']?.id, today],
)) as { patient: string }[] // one column
const patient = String(theirs?.patient)
const account = await payload.db.create({
  collection: 'portal-users',
  data: {
    email: 'bench@example.com',
    patient,
    isActive: true,
    acceptedAt: new Date().toISOString(),
  },
})
const token = await openSession(payload, {
  surface: 'portal',
  userId: String(account.id),
  agent: 'bench',
})
await keepStatistics(payload)
writeFileSync(
  file,
  JSON.stringify({
    patient,
    portal: `${surfaces.portal.cookie}=${token}`,
    ...Object.fromEntries(Object.entries(staff).map(([role, { cookie }]) => [role, cookie])),
  }),
)
await payload.destroy()
process.exit(0)
