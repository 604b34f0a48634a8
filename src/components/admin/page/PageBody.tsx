type Props = {
  title: string
  lead?: string
  actions?: React.ReactNode
  /** Stands in place of the title, which stays for screen readers. */
  head?: React.ReactNode
  children: React.ReactNode
}

/** Title, what the page is for, its main action, and the page. */
export const PageBody = ({ title, lead, actions, head, children }: Props) => (
  <div className="ops-root ops-page">
    <div className="ops-page__head">
      <div>
        <h1 className={head ? 'ops-sr' : undefined}>{title}</h1>
        {head}
        {lead ? <p className="ops-page__lead">{lead}</p> : null}
      </div>
      {actions ? <div className="ops-row">{actions}</div> : null}
    </div>
    {children}
  </div>
)
