import { useId } from 'react'

type Props = { title: string; count?: number; aside?: React.ReactNode; children: React.ReactNode }

/** A titled part of a page. */
export const Card = ({ title, count, aside, children }: Props) => {
  const id = useId()
  return (
    <section aria-labelledby={id} className="ops-card">
      <div className="ops-card__head">
        <h2 id={id}>
          {title}
          {count === undefined ? null : <span className="ops-count"> {count}</span>}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
