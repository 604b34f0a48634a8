import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { practiceToday } from '@/src/lib/practiceZone'
import { offered } from '../actions/offered'
import { RecordActions } from '../actions/RecordActions'
import { BookButton } from '../calendar/BookButton'
import { readCalendar } from '../calendar/dayData'
import { StartEmergency } from '../emergency/StartEmergency'
import { AdminPage } from '../page/AdminPage'
import { paramIn, segmentIn } from '../page/params'
import { readRows, refIn } from '../page/read'
import { PersonHeader } from './PersonHeader'
import { Workspace } from './Workspace'

const Book = async ({ req, id }: { req: PayloadRequest; id: string }) => {
  const book = offered(req, { slug: 'appointments', name: 'book' })
  const data = book ? await readCalendar(req, { date: practiceToday(), only: 'places' }) : null
  if (!book || !data) return null
  const [patient] = await readRows(req, 'patients', {
    where: { id: { equals: id } },
    limit: 1,
    select: ['primaryClinician'],
  })
  return (
    <BookButton
      action={book}
      clinician={refIn(patient, 'primaryClinician')}
      data={data}
      date={practiceToday()}
      label="Book visit"
      patient={id}
    />
  )
}

// Stand with the child's parents, under People.
const ofChildren = ['answer-custody', 'review-custody'] as const

/** /admin/patient/:id: everything about one person on one page, each role its own part. */
export const PatientView = (view: AdminViewServerProps) => {
  const id = segmentIn(view.params, 1)
  const { req } = view.initPageResult
  return (
    <AdminPage
      actions={
        <>
          <RecordActions except={ofChildren} id={id} slug="patients" />
          <StartEmergency patient={id} req={req} />
          <Book id={id} req={req} />
        </>
      }
      head={<PersonHeader id={id} req={req} />}
      needs={{ slug: 'patients', verb: 'read' }}
      path={`/admin/patient/${id}`}
      title="Chart"
      view={view}
    >
      {() => (
        <Workspace
          filter={paramIn(view.searchParams, 'show')}
          id={id}
          req={req}
          section={paramIn(view.searchParams, 'section')}
        />
      )}
    </AdminPage>
  )
}
