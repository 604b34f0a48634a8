import type { PayloadRequest } from 'payload'
import { isGrantedAbout } from '@/access/decide'

export const sections = [
  { key: 'overview', label: 'Timeline', needs: 'patients' },
  { key: 'session', label: 'Session', needs: 'sessions' },
  { key: 'intake', label: 'Intake', needs: 'intake-assessments' },
  { key: 'plan', label: 'Plan', needs: 'treatment-plans' },
  { key: 'notes', label: 'Notes', needs: 'progress-notes' },
  { key: 'measures', label: 'Measures', needs: 'measure-responses' },
  { key: 'health', label: 'Diagnoses and risk', needs: 'diagnoses' },
  { key: 'visits', label: 'Visits', needs: 'appointments' },
  { key: 'people', label: 'People', needs: 'related-persons' },
  { key: 'papers', label: 'Papers', needs: 'consents' },
  { key: 'sharing', label: 'Sharing', needs: 'legal-holds' },
  { key: 'coverage', label: 'Coverage', needs: 'insurance-policies' },
  { key: 'money', label: 'Charges', needs: 'charges' },
] as const

export type SectionKey = (typeof sections)[number]['key']

/** The parts of the chart that this person's roles may read; the others are absent, not gray. */
export const sectionsFor = (req: PayloadRequest, patient: string) =>
  sections.filter(({ needs }) => isGrantedAbout(req, { slug: needs, verb: 'read', patient }))
