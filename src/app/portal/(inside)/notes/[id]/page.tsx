import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { BackLink } from '@/src/components/portal/BackLink'
import { Prose } from '@/src/components/portal/Prose'
import { NOTE_FIELDS, type NoteField } from '@/src/domain/records/noteFormats'
import { textIn } from '@/src/domain/row'
import { showMoment } from '@/src/lib/portal/dates'
import { noteTitle } from '@/src/lib/portal/noteTitle'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { findRow, findRows } from '@/src/lib/portal/rows'
import { whoseRecord } from '@/src/lib/portal/whoseRecord'

export const metadata: Metadata = { title: 'A note shared with me' }

type Labels = Readonly<Record<NoteField, string>>

const labels: Labels = {
  focus: 'What we worked on',
  reported: 'What you told',
  observed: 'What your therapist noticed',
  intervention: 'What your therapist did',
  response: 'How it went for you',
  assessment: 'Where things stand',
  plan: 'Next step',
  homework: 'Until next time',
}

/** The same to somebody who acts for the patient. */
const labelsAbout = (name: string): Labels => ({
  ...labels,
  reported: `What ${name} told`,
  observed: 'What the therapist noticed',
  intervention: 'What the therapist did',
  response: `How it went for ${name}`,
})

const Page = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  const visit = await portalVisit(`/portal/notes/${id}`)
  const note = await findRow(visit.req, 'progress-notes', id)
  if (!note) notFound()
  const addenda = await findRows(visit.req, 'addenda', {
    where: { note: { equals: id } },
    sort: 'signedAt',
  })
  const whose = await whoseRecord(visit)
  const shown = whose && !whose.isOwn ? labelsAbout(whose.name) : labels
  const told = NOTE_FIELDS.filter((name) => textIn(note, name).trim())
  return (
    <>
      <BackLink href="/portal/notes">Notes shared with me</BackLink>
      <h1>{noteTitle(note)}</h1>
      {textIn(note, 'signedAt') ? (
        <p className="muted">Signed {showMoment(textIn(note, 'signedAt'))}</p>
      ) : null}
      <article className="document">
        {told.map((name) => (
          <section className="stack-tight" key={name}>
            <h2>{shown[name]}</h2>
            <Prose text={textIn(note, name)} />
          </section>
        ))}
      </article>
      {addenda.map((addendum) => (
        <article className="document" key={addendum.id}>
          <h2>Added later</h2>
          <p className="muted">
            {textIn(addendum, 'signedAt') ? showMoment(textIn(addendum, 'signedAt')) : ''}
          </p>
          <Prose text={textIn(addendum, 'text')} />
        </article>
      ))}
      <p>
        <Link className="link" href={`/portal/amendments/new?note=${id}`}>
          Something in this note is wrong: ask to change it
        </Link>
      </p>
    </>
  )
}

export default Page
