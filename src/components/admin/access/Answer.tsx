import type { PayloadRequest } from 'payload'
import { type Explanation, explain, type Reason } from '@/access/explain'
import { roleLabels } from '@/access/roles'
import { scopeWords } from '@/access/scopeWords'
import { audit } from '@/hooks/audit/writer'
import { areaOf } from '@/src/domain/audit/areas'
import { type Row, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'

type Props = { req: PayloadRequest; person: Row; patient: Row }

const verbWords: Readonly<Record<string, string>> = {
  create: 'add',
  read: 'read',
  update: 'change',
  delete: 'delete',
  readVersions: 'read earlier versions',
  export: 'export',
}

const nameOf = (verb: string): string => verbWords[verb] ?? verb.replaceAll('-', ' ')

/** One line per role and scope: what it allows. */
const lines = (reasons: readonly Reason[], holds: Reason['holds']) => {
  const groups = new Map<string, string[]>()
  for (const reason of reasons.filter((each) => each.holds === holds)) {
    const why = `as ${roleLabels[reason.principal]}: ${scopeWords[reason.scope]}`
    groups.set(why, [...(groups.get(why) ?? []), nameOf(reason.verb)])
  }
  return [...groups].map(([why, verbs]) => ({ why, verbs: verbs.join(', ') }))
}

const Verdict = ({ reasons }: { reasons: readonly Reason[] }) => {
  const reads = reasons.filter(({ verb }) => verb === 'read')
  if (reads.some(({ holds }) => holds === 'yes')) return <Chip tone="warn">Sees it</Chip>
  if (reads.some(({ holds }) => holds === 'some')) return <Chip tone="info">Sees some of it</Chip>
  return <Chip tone="ok">Does not see it</Chip>
}

const Why = ({ reasons }: { reasons: readonly Reason[] }) => {
  if (!reasons.length) return <>No role of theirs is granted anything here.</>
  return (
    <ul className="ops-plain-list">
      {lines(reasons, 'yes').map(({ why, verbs }) => (
        <li key={why}>
          <strong>{verbs}</strong>, {why}
        </li>
      ))}
      {lines(reasons, 'some').map(({ why, verbs }) => (
        <li key={why}>
          <strong>{verbs}</strong>, {why}, and only such records
        </li>
      ))}
      {lines(reasons, 'no').map(({ why, verbs }) => (
        <li className="ops-muted" key={why}>
          not {verbs}: {why}, which this patient is not in today
        </li>
      ))}
    </ul>
  )
}

const rank = ({ reasons }: Explanation): number => {
  const reads = reasons.filter(({ verb }) => verb === 'read').map(({ holds }) => holds)
  return reads.includes('yes') ? 0 : reads.includes('some') ? 1 : 2
}

/** Which cells of the policy table let this person see what of this patient, and why. */
export const Answer = async ({ req, person, patient }: Props) => {
  await audit(req, {
    action: 'read',
    outcome: 'seen',
    collection: 'audit-events',
    patientIds: [patient.id],
    reason: 'who can see what',
  })
  const explanations = await explain(req, { person: { ...person }, patient: patient.id })
  const sorted = [...explanations].sort((left, right) => rank(left) - rank(right))
  return (
    <Card title={`${textIn(person, 'name')} and the record of ${textIn(patient, 'displayName')}`}>
      <div className="ops-table-wrap">
        <table className="ops-table ops-table--wide">
          <thead>
            <tr>
              <th scope="col">Records</th>
              <th scope="col">Today</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ slug, reasons }) => (
              <tr key={slug}>
                <th scope="row">{areaOf(slug).many}</th>
                <td>
                  <Verdict reasons={reasons} />
                </td>
                <td>
                  <Why reasons={reasons} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
