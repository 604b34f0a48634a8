import type { Row } from '@/src/domain/row'

export type Chip = { code: string; label: string; tone: 'plain' | 'attention' | 'urgent' }

/** What the calendar shows at a glance; never why. */
export const chipsOf = ({
  appointment,
  patient,
  missing,
}: {
  appointment: Row
  patient: Row | null
  missing: number
}): Chip[] => {
  const chips: Chip[] = []
  if (patient?.['safetyBanner'] === true) {
    chips.push({ code: 'urgent', label: 'Urgent: call the clinician', tone: 'urgent' })
  }
  if (missing > 0) {
    const label = missing === 1 ? '1 paper missing' : `${missing} papers missing`
    chips.push({ code: 'papers', label, tone: 'attention' })
  }
  if (appointment['isEmergencyCheckIn'] === true) {
    chips.push({ code: 'emergency', label: 'Emergency check-in', tone: 'attention' })
  }
  if (appointment['kind'] === 'intake')
    chips.push({ code: 'intake', label: 'First visit', tone: 'plain' })
  if (appointment['format'] === 'video')
    chips.push({ code: 'video', label: 'Video', tone: 'plain' })
  if (appointment['format'] === 'phone')
    chips.push({ code: 'phone', label: 'Phone', tone: 'plain' })
  return chips
}
