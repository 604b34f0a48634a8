import type { Where } from 'payload'
import { fullMessage } from '@/src/domain/intake/matching'
import { idIn, type Row } from '@/src/domain/row'
import { practiceToday } from '@/src/lib/practiceZone'
import { staffFacts } from '../outreach/directoryFacts'
import { defineRule, type FactReader } from '../rule'

type Facts = { name: string; caseload: number; cap: number; isOnTeam: boolean } | null

const clinicianOf = (slug: string, after: Row): string | null =>
  idIn(after, slug === 'inquiries' ? 'matchedClinician' : 'staff')

const load = async (
  read: FactReader,
  { clinician, patient }: { clinician: string; patient: string | null },
): Promise<Facts> => {
  const on = practiceToday()
  // Licenses play no part here.
  const rows = async (slug: string, where: Where) =>
    slug === 'credentials' ? [] : read.many(slug, where)
  const [staff, facts, team] = await Promise.all([
    read.one('staff', clinician),
    staffFacts(rows, { staffIds: [clinician], on }),
    patient
      ? read.many('care-team-assignments', {
          and: [{ staff: { equals: clinician } }, { patient: { equals: patient } }],
        })
      : [],
  ])
  const known = facts.get(clinician)
  if (!staff || !known) return null
  const isOnTeam = team.some((row) => !row['endsOn'] || String(row['endsOn']) >= on)
  return { name: String(staff['name']), caseload: known.caseload, cap: known.capacity, isOnTeam }
}

export const fullTherapistsTakeNobodyOn = defineRule<Facts>({
  id: 'R96',
  title: 'A therapist whose caseload is full is not offered and takes nobody on',
  area: 'people',
  appliesTo: ['inquiries:action:book-intake', 'care-team-assignments:create'],
  override: { roles: ['director'] },
  facts: async (read, { slug, after }) => {
    const clinician = clinicianOf(slug, after)
    if (!clinician || (slug === 'care-team-assignments' && after['role'] !== 'primary')) return null
    return load(read, { clinician, patient: idIn(after, 'patient') })
  },
  check: ({ facts, isSystem, settings }) => {
    // What an action carries along was decided when the action was.
    if (!facts || facts.isOnTeam || isSystem) return []
    const message = fullMessage({
      name: facts.name,
      caseload: facts.caseload,
      caseloadCap: facts.cap,
    })
    if (!message) return []
    const isBeyond = facts.caseload >= facts.cap + settings.caseloadExtra
    return [{ path: 'clinician', message, ...(isBeyond ? { mayOverride: [] } : {}) }]
  },
})
