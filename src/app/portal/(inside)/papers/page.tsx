import type { Metadata } from 'next'
import Link from 'next/link'
import { Chip } from '@/src/components/portal/Chip'
import { Notice } from '@/src/components/portal/Notice'
import { Progress } from '@/src/components/portal/Progress'
import { showDay } from '@/src/lib/portal/dates'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { isOpen, type Paper, readPapers } from '@/src/lib/portal/readPapers'
import { readVisits } from '@/src/lib/portal/readVisits'

export const metadata: Metadata = { title: 'Papers' }

const beforeFirst = 'Please do these before your first visit.'

const StateChip = ({ paper }: { paper: Paper }) => {
  if (paper.state === 'done') return <Chip tone="ok">Done</Chip>
  if (paper.state === 'waived') return <Chip tone="info">Not needed</Chip>
  return <Chip tone="warn">To do</Chip>
}

const PaperText = ({ paper }: { paper: Paper }) => (
  <span className="row-text">
    <span className="row-title">{paper.title}</span>
    {paper.doneAt ? <span className="muted">{showDay(paper.doneAt)}</span> : null}
  </span>
)

const Page = async () => {
  const visit = await portalVisit('/portal/papers')
  const [papers, visits] = await Promise.all([readPapers(visit), readVisits(visit)])
  const hasBeenHere = visits.some(({ time }) => time !== 'coming')
  const next = papers.find(isOpen)
  const done = papers.filter(({ state }) => state !== 'open').length
  return (
    <>
      <h1>Papers</h1>
      {papers.length === 0 ? (
        <p className="lead">
          Nothing to fill in or sign. When we need something from you, it is listed here.
        </p>
      ) : null}
      {papers.length > 0 && !next ? (
        <Notice tone="ok">
          <p>Everything is done. Thank you. You can open each paper again below.</p>
        </Notice>
      ) : null}
      {next?.href ? (
        <>
          <p className="lead">
            {hasBeenHere ? 'Please do these before your next visit.' : beforeFirst} You can stop at
            any time: what you entered is kept.
          </p>
          <Progress
            done={done}
            total={papers.length}
            label="Papers done"
            words={`${done} of ${papers.length} done`}
          />
          <div className="buttons">
            <Link className="button" href={next.href}>
              {done ? 'Go on' : 'Start'}: {next.title}
            </Link>
          </div>
        </>
      ) : null}
      {papers.length ? (
        <ul className="list">
          {papers.map((paper) => (
            <li key={paper.key}>
              {paper.href ? (
                <Link className="row" href={paper.href}>
                  <PaperText paper={paper} />
                  <StateChip paper={paper} />
                </Link>
              ) : (
                <div className="row">
                  <PaperText paper={paper} />
                  <StateChip paper={paper} />
                </div>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

export default Page
