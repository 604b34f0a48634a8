import type { PaperPlace } from '@/src/lib/portal/readPapers'
import { BackLink } from './BackLink'

/** Way back, "Paper 2 of 8" and the title, unless the form below brings its own heading. */
export const PaperHead = ({ place, title }: { place: PaperPlace; title?: string }) => (
  <div className="stack-tight">
    <BackLink href="/portal/papers">All papers</BackLink>
    {place.position ? (
      <p className="muted">
        Paper {place.position} of {place.total}
      </p>
    ) : null}
    {title ? <h1>{title}</h1> : null}
  </div>
)
