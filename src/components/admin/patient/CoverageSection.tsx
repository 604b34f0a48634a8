import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { formatMoney } from '@/src/domain/money'
import { RecordActions } from '../actions/RecordActions'
import { spellDay } from '../fields/spellDay'
import { namesOf, numberIn, type Row, readRows, refIn, textIn } from '../page/read'
import { RecordButton } from '../record/RecordButton'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'
import { authorizationFields, eligibilityFields, policyFields } from './chartFields'

const Policy = ({
  req,
  policy,
  payer,
  checks,
}: {
  req: PayloadRequest
  policy: Row
  payer: string
  checks: readonly Row[]
}) => {
  const [last] = checks.filter((row) => refIn(row, 'policy') === policy.id)
  return (
    <li>
      <div className="ops-queue__what">
        <a href={`/admin/collections/insurance-policies/${policy.id}`}>
          {payer || 'Insurance'} <span className="ops-number">{textIn(policy, 'memberId')}</span>
        </a>
        <span className="ops-small ops-muted">
          {textIn(policy, 'priority') === 'secondary' ? 'Pays second' : 'Pays first'}
          {policy['copayCents'] ? `, copay ${formatMoney(numberIn(policy, 'copayCents'))}` : ''}
          {textIn(policy, 'effectiveTo')
            ? `, until ${spellDay(textIn(policy, 'effectiveTo'))}`
            : ''}
        </span>
        <span className="ops-small ops-muted">
          {last
            ? `Coverage ${textIn(last, 'result')} on ${spellDay(textIn(last, 'checkedOn'))}`
            : 'Coverage was not checked yet'}
        </span>
      </div>
      <span className="ops-row">
        {isGranted(req, 'eligibility-checks', 'create') ? (
          <RecordButton
            about={payer}
            fields={eligibilityFields}
            label="Note coverage"
            preset={{ policy: policy.id }}
            slug="eligibility-checks"
            title="What the payer said about coverage"
            values={{ result: 'active' }}
          />
        ) : null}
        {isGranted(req, 'authorizations', 'create') ? (
          <RecordButton
            about={payer}
            fields={authorizationFields}
            label="Add authorization"
            preset={{ policy: policy.id }}
            slug="authorizations"
            title="Authorization"
          />
        ) : null}
        <RecordActions id={policy.id} slug="insurance-policies" />
      </span>
    </li>
  )
}

/** Insurance, what the payer said about it, and the sessions it approved. */
export const CoverageSection = async ({ req, id }: { req: PayloadRequest; id: string }) => {
  const of = { patient: { equals: id } }
  const [policies, checks, authorizations] = await Promise.all([
    readRows(req, 'insurance-policies', { where: of, sort: 'priority', limit: 20 }),
    readRows(req, 'eligibility-checks', { where: of, sort: '-checkedOn', limit: 50 }),
    readRows(req, 'authorizations', { where: of, sort: '-effectiveFrom', limit: 20 }),
  ])
  const payers = await namesOf(req, {
    slug: 'payers',
    column: 'payer',
    rows: policies,
    name: 'name',
  })
  const mayAdd = isGranted(req, 'insurance-policies', 'create')
  return (
    <>
      <Card
        aside={
          mayAdd ? (
            <RecordButton
              fields={policyFields}
              isPrimary={policies.length === 0}
              label="Add policy"
              preset={{ patient: id }}
              slug="insurance-policies"
              title="Insurance policy"
              values={{ priority: policies.length ? 'secondary' : 'primary', relationship: 'self' }}
            />
          ) : null
        }
        count={policies.length}
        title="Insurance"
      >
        {policies.length === 0 ? (
          <Empty>No insurance on record. Without one the patient pays.</Empty>
        ) : null}
        <ul className="ops-queue">
          {policies.map((policy) => (
            <Policy
              checks={checks}
              key={policy.id}
              payer={payers.get(refIn(policy, 'payer')) ?? ''}
              policy={policy}
              req={req}
            />
          ))}
        </ul>
      </Card>
      <Card count={authorizations.length} title="Authorizations">
        {authorizations.length === 0 ? <Empty>None on record.</Empty> : null}
        {authorizations.length ? (
          <div className="ops-table-wrap">
            <table className="ops-table">
              <thead>
                <tr>
                  <th scope="col">Number</th>
                  <th className="ops-right" scope="col">
                    Approved
                  </th>
                  <th className="ops-right" scope="col">
                    Reserved
                  </th>
                  <th className="ops-right" scope="col">
                    Used
                  </th>
                  <th className="ops-right" scope="col">
                    Left
                  </th>
                  <th scope="col">Until</th>
                </tr>
              </thead>
              <tbody>
                {authorizations.map((row) => {
                  const [approved, reserved, used] = [
                    numberIn(row, 'unitsApproved'),
                    numberIn(row, 'unitsReserved'),
                    numberIn(row, 'unitsUsed'),
                  ]
                  return (
                    <tr key={row.id}>
                      <th scope="row">
                        <a href={`/admin/collections/authorizations/${row.id}`}>
                          {textIn(row, 'number')}
                        </a>
                      </th>
                      <td className="ops-right">{approved}</td>
                      <td className="ops-right">{reserved}</td>
                      <td className="ops-right">{used}</td>
                      <td className="ops-right">{approved - reserved - used}</td>
                      <td>{spellDay(textIn(row, 'effectiveTo'))}</td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
        ) : null}
      </Card>
    </>
  )
}
