import type { PayloadRequest } from 'payload'
import { RecordActions } from '../actions/RecordActions'
import { readRows, textIn } from '../page/read'
import { Card } from '../ui/Card'

/** What the patient asked about the plan, and the answers; nothing while nobody asked. */
export const PlanComments = async ({ req, plan }: { req: PayloadRequest; plan: string }) => {
  const comments = await readRows(req, 'plan-comments', {
    where: { plan: { equals: plan } },
    limit: 50,
  })
  if (!comments.length) return null
  return (
    <Card count={comments.length} title="Comments on the plan">
      <ul className="ops-queue">
        {comments.map((row) => (
          <li key={row.id}>
            <div className="ops-queue__what">
              <p className="ops-pre">{textIn(row, 'text')}</p>
              {textIn(row, 'answer') ? (
                <p className="ops-pre ops-muted">Answer: {textIn(row, 'answer')}</p>
              ) : null}
            </div>
            <RecordActions id={row.id} slug="plan-comments" />
          </li>
        ))}
      </ul>
    </Card>
  )
}
