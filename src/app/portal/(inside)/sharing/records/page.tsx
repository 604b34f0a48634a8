import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { classesFor } from '@/collections/records/sharing/requests/classesFor'
import { BackLink } from '@/src/components/portal/BackLink'
import { Notice } from '@/src/components/portal/Notice'
import { AskForm } from '@/src/components/portal/sharing/AskForm'
import { TakeRecords } from '@/src/components/portal/sharing/RequestForms'
import { RequestState } from '@/src/components/portal/sharing/RequestState'
import { type StoredRow, textIn } from '@/src/domain/row'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { type ReadyFile, readFiles } from '@/src/lib/portal/readSharing'
import { findRows } from '@/src/lib/portal/rows'
import { whoseRecord } from '@/src/lib/portal/whoseRecord'

export const metadata: Metadata = { title: 'Records' }

const File = ({ file }: { file: ReadyFile }) => (
  <section className="card card-next" aria-label="Records to download">
    <p>
      <strong>{file.isReady ? 'The records are ready.' : 'The records are on their way.'}</strong>{' '}
      {file.isReady
        ? `Download them by ${file.until}; after that they are destroyed, and you can ask again. You get the file once, so keep it in a safe place.`
        : 'You can get them now if you wait a moment, or come back in a minute.'}
    </p>
    <TakeRecords exportId={file.id} />
  </section>
)

const Page = async () => {
  const visit = await portalVisit('/portal/sharing/records')
  const whose = await whoseRecord(visit)
  if (!whose) notFound()
  const [requests, files] = await Promise.all([
    findRows(visit.req, 'record-requests', { sort: '-receivedOn' }),
    readFiles(visit),
  ])
  // Who acts for a patient sees their own requests alone; a patient sees what others asked as well.
  const isMine = (row: StoredRow): boolean =>
    !whose.isOwn || textIn(row, 'requesterKind') === 'patient'
  const isOpen = requests.some((row) => isMine(row) && textIn(row, 'status') === 'open')
  return (
    <>
      {whose.isOwn ? (
        <BackLink href="/portal/sharing">Sharing</BackLink>
      ) : (
        <BackLink href="/portal">Home</BackLink>
      )}
      <h1>{whose.isOwn ? 'My own records' : `Records of ${whose.name}`}</h1>
      <p className="lead">
        {whose.isOwn
          ? 'You have a right to a copy of your record.'
          : 'You can ask for a copy of what you may read here.'}{' '}
        We answer within 30 days; if we need longer we write to you why, once, and until when.
      </p>
      {whose.isOwn ? null : (
        <p className="muted">{whose.name} can see that you asked. For anything else write to us.</p>
      )}
      {files.map((file) => (
        <File file={file} key={file.id} />
      ))}
      {requests.length ? (
        <section className="stack" aria-labelledby="asked">
          <h2 id="asked">{requests.every(isMine) ? 'What you asked for' : 'What was asked for'}</h2>
          <ul className="list">
            {requests.map((row) => (
              <li key={row.id}>
                <RequestState isMine={isMine(row)} request={row} />
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
        <AskForm classes={classesFor(visit.req)} isOwn={whose.isOwn} />
      </section>
    </>
  )
}

export default Page
