import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BackLink } from '@/src/components/portal/BackLink'
import { Notice } from '@/src/components/portal/Notice'
import { AskForm } from '@/src/components/portal/sharing/AskForm'
import { TakeRecords } from '@/src/components/portal/sharing/RequestForms'
import { RequestState } from '@/src/components/portal/sharing/RequestState'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { type ReadyFile, readFiles } from '@/src/lib/portal/readSharing'
import { findRows, textOf } from '@/src/lib/portal/rows'

export const metadata: Metadata = { title: 'My own records' }

const File = ({ file }: { file: ReadyFile }) => (
  <section className="card card-next" aria-label="Your records">
    <p>
      <strong>{file.isReady ? 'Your records are ready.' : 'Your records are on their way.'}</strong>{' '}
      {file.isReady
        ? `Download them by ${file.until}; after that they are destroyed, and you can ask again. You get the file once, so keep it in a safe place.`
        : 'You can get them now if you wait a moment, or come back in a minute.'}
    </p>
    <TakeRecords exportId={file.id} />
  </section>
)

const Page = async () => {
  const visit = await portalVisit('/portal/sharing/records')
  // The right to the record is the patient's own; somebody who acts for them asks the practice.
  if (visit.isProxy) notFound()
  const [requests, files] = await Promise.all([
    findRows(visit.req, 'record-requests', { sort: '-receivedOn' }),
    readFiles(visit),
  ])
  const isOpen = requests.some((row) => textOf(row, 'status') === 'open')
  return (
    <>
      <BackLink href="/portal/sharing">Sharing</BackLink>
      <h1>My own records</h1>
      <p className="lead">
        You have a right to a copy of your record. We answer within 30 days; if we need longer we
        write to you why, once, and until when.
      </p>
      {files.map((file) => (
        <File file={file} key={file.id} />
      ))}
      {requests.length ? (
        <section className="stack" aria-labelledby="asked">
          <h2 id="asked">What you asked for</h2>
          <ul className="list">
            {requests.map((row) => (
              <li key={row.id}>
                <RequestState request={row} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="stack" aria-labelledby="ask">
        <h2 id="ask">{requests.length ? 'Ask for more' : 'Ask for a copy'}</h2>
        {isOpen ? (
          <Notice tone="info">
            <p>You asked already and we are on it. Ask again only for something else.</p>
          </Notice>
        ) : null}
        <AskForm />
      </section>
    </>
  )
}

export default Page
