import { Icon } from './Icon'

export type ReadinessItem = { ok: boolean; message: string; href?: string | null }

/** What is there and what is missing before a step that counts: green ticks and red sentences. */
export const Readiness = ({ items }: { items: readonly ReadinessItem[] }) => (
  <ul className="ops-readiness">
    {items.map(({ ok, message, href }) => (
      <li className={ok ? 'ops-readiness__ok' : 'ops-readiness__todo'} key={message}>
        <Icon name={ok ? 'check' : 'alert'} />
        <span className="ops-sr">{ok ? 'Done: ' : 'Missing: '}</span>
        {href && !ok ? <a href={href}>{message}</a> : <span>{message}</span>}
      </li>
    ))}
  </ul>
)
