import { Icon } from './Icon'

export type ReadinessItem = { ok: boolean; message: string; href?: string | null }

// More than this many met points would push what is missing, and the button, out of sight.
const mostShown = 6

const List = ({ items }: { items: readonly ReadinessItem[] }) => (
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

/** What is missing before a step that counts, then what is there: red sentences and green ticks. */
export const Readiness = ({ items }: { items: readonly ReadinessItem[] }) => {
  const missing = items.filter(({ ok }) => !ok)
  const met = items.filter(({ ok }) => ok)
  if (met.length <= mostShown) return <List items={[...missing, ...met]} />
  return (
    <>
      {missing.length ? <List items={missing} /> : null}
      <details>
        <summary>{`${met.length} points are there`}</summary>
        <List items={met} />
      </details>
    </>
  )
}
