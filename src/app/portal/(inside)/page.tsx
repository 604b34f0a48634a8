import Link from 'next/link'
import { Notice } from '@/src/components/portal/Notice'
import { ProxyHome } from '@/src/components/portal/ProxyHome'
import { countOf } from '@/src/domain/countOf'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { practiceFacts } from '@/src/lib/portal/practice'
import { readHome } from '@/src/lib/portal/readHome'

const Page = async () => {
  const visit = await portalVisit('/portal')
  if (visit.isProxy) return <ProxyHome visit={visit} />
  const [{ name, nextVisit, tasks, documents }, { phone }] = await Promise.all([
    readHome(visit),
    practiceFacts(),
  ])
  return (
    <>
      <h1>Hello{name ? `, ${name}` : ''}</h1>
      <section className="card card-next" aria-labelledby="next-visit">
        <h2 id="next-visit">Your next visit</h2>
        {nextVisit ? (
          <>
            <p>
              <strong>{nextVisit.when}</strong>
            </p>
            <p>
              {nextVisit.minutes} minutes{nextVisit.clinician ? ` with ${nextVisit.clinician}` : ''}
              <br />
              <span className="muted">{nextVisit.where}</span>
            </p>
            <p>
              <Link className="link" href="/portal/appointments">
                All visits
              </Link>
            </p>
          </>
        ) : (
          <p>Nothing is booked. Call us{phone ? ` at ${phone}` : ''} to find a time.</p>
        )}
      </section>
      <section className="stack" aria-labelledby="to-do">
        <h2 id="to-do">
          {tasks.length ? `${countOf(tasks.length, 'thing')} to do` : 'Nothing to do'}
        </h2>
        {tasks.length ? (
          <ol className="list">
            {tasks.map((task) => (
              <li key={task.href}>
                <Link className="row" href={task.href}>
                  <span className="row-text">
                    <span className="row-title">{task.title}</span>
                    <span className="muted">{task.detail}</span>
                  </span>
                </Link>
              </li>
            ))}
          </ol>
        ) : (
          <Notice tone="ok">
            <p>We need nothing from you now. When we do, it is listed here.</p>
          </Notice>
        )}
      </section>
      <section className="stack" aria-labelledby="documents">
        <h2 id="documents">Your documents</h2>
        <ul className="list">
          {documents.map((document) => (
            <li key={document.href}>
              <Link className="row" href={document.href}>
                <span className="row-text">
                  <span className="row-title">{document.title}</span>
                  <span className="muted">{document.detail}</span>
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
