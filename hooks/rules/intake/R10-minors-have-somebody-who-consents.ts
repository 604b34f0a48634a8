import { baseOf } from '@/src/domain/people/proxies'
import { idIn, type Row } from '@/src/domain/row'
import { defineRule } from '../rule'
import { callNameOf, type MinorFacts, minorFactsOf, peopleUrl } from './minorFacts'

type Facts = { minor: MinorFacts; patient: Row | null; document: Row | null }

/** What is wrong with an authority before anybody relies on it. */
const approvalFindings = (proxy: Row, { minor, patient, document }: Facts) => {
  const base = baseOf(proxy['basis'])
  const name = patient ? callNameOf(patient) : 'the patient'
  const findings = []
  if (minor && base && !base.endsWithChildhood) {
    findings.push({
      path: 'basis',
      message: `${name} is a minor. Choose the authority of a parent or guardian.`,
    })
  }
  if (base?.needsPaper && document?.['status'] !== 'active') {
    findings.push({
      path: 'document',
      message: `Add the paper that shows this authority: the order, or the deed. It belongs in the files of ${name}.`,
      fixUrl: patient ? `/admin/collections/documents/create?patient=${patient['id']}` : undefined,
    })
  }
  const rights = ['mayReadRecords', 'mayBook', 'mayBilling', 'mayConsent']
  if (!rights.some((right) => proxy[right] === true)) {
    findings.push({ path: 'mayReadRecords', message: 'Tick at least one right first.' })
  }
  return findings
}

export const minorsHaveSomebodyWhoConsents = defineRule<Facts>({
  id: 'R10',
  title: 'A minor needs consent from a person with legal authority, whose authority is on record',
  area: 'intake',
  appliesTo: ['appointments:action:check-in', 'consents:action:sign', 'proxies:action:approve'],
  override: { roles: ['director'] },
  facts: async (read, { after, slug }) => ({
    minor: await minorFactsOf(read, after),
    patient: await read.one('patients', idIn(after, 'patient')),
    document: slug === 'proxies' ? await read.one('documents', idIn(after, 'document')) : null,
  }),
  check: ({ change, facts }) => {
    if (change.slug === 'proxies') return approvalFindings(change.after, facts)
    const { minor } = facts
    // Care that the minor consented to alone has rules of its own (R12).
    if (!minor || minor.isAlone) return []
    const consenting = minor.proxies.filter((proxy) => proxy['mayConsent'] === true)
    const fixUrl = peopleUrl(minor.patient['id'])
    if (!consenting.length) {
      const message = `Who may consent for ${minor.name}? Add a guardian.`
      return [{ path: 'patient', message, fixUrl }]
    }
    if (change.slug === 'consents' && change.after['signerKind'] !== 'guardian') {
      const names = consenting.map((proxy) => String(proxy['name'])).join(' or ')
      const message = `${minor.name} is a minor. This is signed by ${names}.`
      return [{ path: 'signerName', message, fixUrl }]
    }
    return []
  },
})
