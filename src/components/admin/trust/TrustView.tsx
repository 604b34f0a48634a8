import type { AdminViewServerProps } from 'payload'
import { readTrust } from '@/src/trust/readTrust'
import { AdminPage } from '../page/AdminPage'
import { Card } from '../ui/Card'

/** /admin/trust: what a security questionnaire or an auditor asks, answered from the records of the practice. */
export const TrustView = (view: AdminViewServerProps) => (
  <AdminPage
    lead="What reviewers ask, answered from your own records as they stand now. It names nobody; each answer leads to where more is shown."
    needs={{ slug: 'audit-events', verb: 'read' }}
    path="/admin/trust"
    title="Trust center"
    view={view}
  >
    {async () => (
      <div className="ops-stack">
        {(await readTrust(view.initPageResult.req)).map(({ id, title, answers }) => (
          <Card key={id} title={title}>
            <dl className="ops-facts">
              {answers.map(({ id: answer, question, says, href }) => (
                <div key={answer}>
                  <dt>{question}</dt>
                  <dd>
                    {says.join(' ')}{' '}
                    {href ? (
                      <a aria-label={`More: ${question}`} href={href}>
                        More
                      </a>
                    ) : null}
                  </dd>
                </div>
              ))}
            </dl>
          </Card>
        ))}
      </div>
    )}
  </AdminPage>
)
