import type { ReactNode } from 'react'
import { Card } from './Card'
import { Empty } from './Empty'

export type QueueLine = {
  id: string
  what: ReactNode
  /** Where a click leads; a line without is only told. */
  href?: string
  /** Small words under it, such as from whom and since when. */
  detail?: string
  /** A state or a button at the end of the line. */
  end?: ReactNode
}

type Props = {
  title: string
  lines: readonly QueueLine[]
  /** What to say when nothing waits; without it an empty queue is not there at all. */
  empty?: string
  aside?: ReactNode
  /** All that wait, when not all are shown. */
  count?: number
  /** Further lines are a press away. */
  mostShown?: number
}

const Lines = ({ lines }: { lines: readonly QueueLine[] }) => (
  <ul className="ops-queue">
    {lines.map(({ id, what, href, detail, end }) => (
      <li key={id}>
        <div className="ops-queue__what">
          {href ? <a href={href}>{what}</a> : <span>{what}</span>}
          {detail ? <span className="ops-small ops-muted">{detail}</span> : null}
        </div>
        {end}
      </li>
    ))}
  </ul>
)

/** Work in the order it is due, each line with its way there. */
export const Queue = ({
  title,
  lines,
  empty,
  aside,
  count = lines.length,
  mostShown = lines.length,
}: Props) => {
  if (!lines.length && !empty) return null
  const further = lines.slice(mostShown)
  return (
    <Card aside={aside} count={count} title={title}>
      {lines.length ? null : <Empty>{empty}</Empty>}
      <Lines lines={lines.slice(0, mostShown)} />
      {further.length ? (
        <details>
          <summary>{further.length} more</summary>
          <Lines lines={further} />
        </details>
      ) : null}
    </Card>
  )
}
