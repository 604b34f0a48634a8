import type { Metadata } from 'next'
import Link from 'next/link'
import { BackLink } from '@/src/components/portal/BackLink'
import { noteTitle } from '@/src/lib/portal/noteTitle'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { findRows } from '@/src/lib/portal/rows'

export const metadata: Metadata = { title: 'Notes shared with me' }

const Page = async () => {
  const visit = await portalVisit('/portal/notes')
  const notes = await findRows(visit.req, 'progress-notes', { sort: '-serviceDate' })
  return (
    <>
      <BackLink href="/portal">Home</BackLink>
      <h1>Notes shared with me</h1>
      {notes.length ? (
        <ul className="list">
          {notes.map((note) => (
            <li key={note.id}>
              <Link className="row" href={`/portal/notes/${note.id}`}>
                <span className="row-title">{noteTitle(note)}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="lead">
          No note is shared with you here. You have a right to your record: ask your therapist or
          the office.
        </p>
      )}
    </>
  )
}

export default Page
