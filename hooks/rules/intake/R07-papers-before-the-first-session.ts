import { hasRole } from '@/access/principal'
import { type ConsentKind, consentLabel } from '@/src/domain/intake/consentKinds'
import { idIn } from '@/src/domain/row'
import { defineRule } from '../rule'
import { missingPapers } from './missingPapers'

const numbers = ['No', 'One', 'Two', 'Three', 'Four']

const sentence = (missing: readonly ConsentKind[]): string =>
  `${numbers[missing.length]} ${missing.length === 1 ? 'paper is' : 'papers are'} missing: ${missing.map(consentLabel).join('; ')}.`

export const papersBeforeTheFirstSession = defineRule<{ missing: ConsentKind[] }>({
  id: 'R07',
  title:
    'Consent, privacy notice and fee policy are signed at check-in; by video telehealth consent too',
  area: 'intake',
  appliesTo: ['appointments:action:check-in'],
  override: { roles: ['clinician'] },
  facts: async (read, { after }) => ({
    missing: await missingPapers(read, {
      patient: idIn(after, 'patient') ?? '',
      format: String(after['format']),
    }),
  }),
  check: ({ actor, change, facts }) => {
    const { missing } = facts
    if (!missing.length) return []
    const patient = idIn(change.after, 'patient') ?? ''
    const fixUrl = `/admin/collections/consents?filter=patient:${patient}`
    // The clinician's own word that it is an emergency; the papers follow within a day.
    if (change.input['isEmergency'] === true && hasRole(actor, 'clinician')) return []
    return [{ path: 'missingAtCheckIn', message: sentence(missing), fixUrl }]
  },
})
