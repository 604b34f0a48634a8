import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Chip } from '@/src/components/portal/Chip'
import { Notice } from '@/src/components/portal/Notice'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { readReleases, type ShownRelease } from '@/src/lib/portal/readSharing'

export const metadata: Metadata = { title: 'Sharing' }

const ReleaseList = ({ releases }: { releases: readonly ShownRelease[] }) => (
  <ul className="list">
    {releases.map(({ id, recipient, what, state, words }) => (
      <li key={id}>
        <Link className="row" href={`/portal/sharing/${id}`}>
          <span className="row-text">
            <span className="row-title">{recipient}</span>
            <span>{what}</span>
            {state === 'toSign' ? null : <span className="muted">{words}</span>}
          </span>
          {state === 'toSign' ? <Chip tone="warn">To sign</Chip> : null}
          {state === 'inForce' ? <Chip tone="ok">In force</Chip> : null}
          {state === 'over' ? <Chip tone="info">Over</Chip> : null}
        </Link>
      </li>
    ))}
  </ul>
)

const links = [
  {
    href: '/portal/sharing/records',
    title: 'My own records',
    detail: 'Ask for a copy, see when it is due, and download it',
  },
  {
    href: '/portal/sharing/received',
    title: 'Who received my records',
    detail: 'What left the practice: to whom, when and why',
  },
  {
    href: '/portal/who-saw',
    title: 'Who saw my record',
    detail: 'Everybody at the practice who opened it',
  },
] as const

const Page = async () => {
  const visit = await portalVisit('/portal/sharing')
  // Somebody who acts for a patient neither allows nor asks for records here.
  if (visit.isProxy) notFound()
  const releases = await readReleases(visit)
  const toSign = releases.filter(({ state }) => state === 'toSign')
  const others = ['inForce', 'over'].flatMap((state) =>
    releases.filter((release) => release.state === state),
  )
  return (
    <>
      <h1>Sharing</h1>
      <p className="lead">
        Your records go to somebody outside only as you allow it here, or as the law lets us.
      </p>
      {toSign.length ? (
        <section className="stack" aria-labelledby="to-sign">
          <h2 id="to-sign">To read and sign</h2>
          <ReleaseList releases={toSign} />
        </section>
      ) : null}
      <section className="stack" aria-labelledby="allowed">
        <h2 id="allowed">Whom I allow to get my records</h2>
        {others.length ? (
          <ReleaseList releases={others} />
        ) : (
          <Notice tone="info">
            <p>
              Nobody. If your doctor, a school or somebody else should get something from us, allow
              it here.
            </p>
          </Notice>
        )}
        <div className="buttons">
          <Link className="button" href="/portal/sharing/allow">
            Allow somebody
          </Link>
        </div>
      </section>
      <section className="stack" aria-labelledby="mine">
        <h2 id="mine">My records</h2>
        <ul className="list">
          {links.map(({ href, title, detail }) => (
            <li key={href}>
              <Link className="row" href={href}>
                <span className="row-text">
                  <span className="row-title">{title}</span>
                  <span className="muted">{detail}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

export default Page
