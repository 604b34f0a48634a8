import type { PayloadRequest } from 'payload'
import { WorkNav } from './WorkNav'

type Props = {
  req: PayloadRequest
  current: string
  title: string
  lead?: string
  actions?: React.ReactNode
  children: React.ReactNode
}

/** Work links, title, what the page is for, its main action, and the page. */
export const PageBody = ({ req, current, title, lead, actions, children }: Props) => {
  const user = req.user as { roles?: unknown } | null // staff
  return (
    <div className="ops-root ops-page">
      <WorkNav current={current} user={user} />
      <div className="ops-page__head">
        <div>
          <h1>{title}</h1>
          {lead ? <p className="ops-page__lead">{lead}</p> : null}
        </div>
        {actions ? <div className="ops-row">{actions}</div> : null}
      </div>
      {children}
    </div>
  )
}
