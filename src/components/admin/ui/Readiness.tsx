import { Icon } from './Icon'

export type ReadinessItem = { ok: boolean; message: string; href?: string | null }

// More than this many met points would push what is missing, and the button, out of sight.
const mostShown = 6

type Props = {
  items: readonly ReadinessItem[]
  /** What is missing is worth doing, and keeps nobody from going on. */
  isAdvice?: boolean
}

const List = ({ items, isAdvice }: Props) => (
  <ul className="ops-readiness">
    {items.map(({ ok, message, href }) => (
      <li className={`ops-readiness__${ok ? 'ok' : isAdvice ? 'advice' : 'todo'}`} key={message}>
        <Icon name={ok ? 'check' : isAdvice ? 'info' : 'alert'} />
        <span className="ops-sr">{ok ? 'Done: ' : 'Missing: '}</span>
        {href && !ok ? <a href={href}>{message}</a> : <span>{message}</span>}
      </li>
    ))}
  </ul>
)

/** What is missing before a step that counts, then what is there: red sentences and green ticks. */
export const Readiness = ({ items, isAdvice }: Props) => {
  const missing = items.filter(({ ok }) => !ok)
  const met = items.filter(({ ok }) => ok)
  if (met.length <= mostShown) return <List isAdvice={isAdvice} items={[...missing, ...met]} />
  return (
    <>
      {missing.length ? <List isAdvice={isAdvice} items={missing} /> : null}
      <details>
        <summary>{`${met.length} points are there`}</summary>
        <List items={met} />
      </details>
    </>
  )
}
