import type { AdminViewServerProps } from 'payload'
import { isStaffRole, roleLabels } from '@/access/roles'
import { rules } from '@/hooks/rules/registry'
import { AdminPage } from '../page/AdminPage'
import { Card } from '../ui/Card'

const numberOf = (id: string): number => Number(id.replace(/\D/g, ''))

const overriddenBy = (roles: readonly string[] | undefined): string =>
  roles?.length
    ? roles.map((role) => (isStaffRole(role) ? roleLabels[role] : role)).join(', ')
    : 'Nobody'

const areas = (): string[] => [...new Set(rules.map(({ area }) => area))].sort()

/** /admin/rule-book: every workflow rule the product enforces, and who may go past it with a reason. */
export const RuleBook = (view: AdminViewServerProps) => (
  <AdminPage
    actions={
      <a className="ops-button" href="/admin/globals/rule-settings">
        Their numbers
      </a>
    }
    lead="What the product stops, wherever the change comes from. Going past a rule needs the role and a reason, which is kept."
    needs={{ slug: 'rule-settings', verb: 'read' }}
    path="/admin/rule-book"
    title="Rules"
    view={view}
  >
    {() => (
      <div className="ops-stack">
        {areas().map((area) => (
          <Card key={area} title={area.charAt(0).toUpperCase() + area.slice(1)}>
            <div className="ops-table-wrap">
              <table className="ops-table">
                <caption className="ops-sr">Rules of {area}</caption>
                <thead>
                  <tr>
                    <th scope="col">Rule</th>
                    <th scope="col">What it says</th>
                    <th scope="col">May be overridden by</th>
                  </tr>
                </thead>
                <tbody>
                  {rules
                    .filter((rule) => rule.area === area)
                    .sort((a, b) => numberOf(a.id) - numberOf(b.id))
                    .map((rule) => (
                      <tr key={`${rule.id}${rule.title}`}>
                        <th scope="row">{rule.id}</th>
                        <td>
                          {rule.title}
                          {rule.isAdvice ? (
                            <span className="ops-small ops-muted"> (tells, does not stop)</span>
                          ) : null}
                        </td>
                        <td>{overriddenBy(rule.override?.roles)}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </div>
          </Card>
        ))}
      </div>
    )}
  </AdminPage>
)
