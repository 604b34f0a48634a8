import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { practiceToday } from '@/src/lib/practiceZone'
import { offered } from '../actions/offered'
import { RecordActions } from '../actions/RecordActions'
import { BookButton } from '../calendar/BookButton'
import { readCalendar } from '../calendar/dayData'
import { EmergencyHint } from '../emergency/EmergencyHint'
import { StartEmergency } from '../emergency/StartEmergency'
import { AdminPage } from '../page/AdminPage'
import { paramIn, segmentIn } from '../page/params'
import { readRows, refIn } from '../page/read'
import { PeopleSection } from '../people/PeopleSection'
import { SharingSection } from '../sharing/SharingSection'
import { Empty } from '../ui/Empty'
import { ChartAside } from './ChartAside'
import { CoverageSection } from './CoverageSection'
import { type ChartSummary, readChart } from './chartSummary'
import { HealthSection } from './HealthSection'
import { IntakeSection } from './IntakeSection'
import { MeasuresSection } from './MeasuresSection'
import { MoneySection } from './MoneySection'
import { NotesSection } from './NotesSection'
import { PapersSection } from './PapersSection'
import { PersonHeader } from './PersonHeader'
import { PlanSection } from './PlanSection'
import { SessionSection } from './SessionSection'
import { type SectionKey, sectionsFor } from './sections'
import { Timeline } from './Timeline'
import { VisitsSection } from './VisitsSection'

type Props = { req: PayloadRequest; id: string; chart: ChartSummary }

const shown: Record<SectionKey, (props: Props & { filter: string }) => React.ReactNode> = {
  overview: (props) => <Timeline {...props} />,
  session: (props) => <SessionSection {...props} />,
  intake: (props) => <IntakeSection {...props} />,
  plan: (props) => <PlanSection {...props} />,
  notes: (props) => <NotesSection {...props} />,
  measures: (props) => <MeasuresSection {...props} />,
  health: (props) => <HealthSection {...props} />,
  visits: (props) => <VisitsSection {...props} />,
  people: (props) => <PeopleSection {...props} />,
  papers: (props) => <PapersSection {...props} />,
  sharing: (props) => <SharingSection {...props} />,
  coverage: (props) => <CoverageSection {...props} />,
  money: (props) => <MoneySection {...props} />,
}

const Workspace = async ({
  req,
  id,
  section,
  filter,
}: {
  req: PayloadRequest
  id: string
  section: string
  filter: string
}) => {
  const chart = await readChart(req, id)
  if (!chart) {
    return (
      <>
        <Empty>This patient is not there, or is not on your list.</Empty>
        <EmergencyHint req={req} />
      </>
    )
  }
  const mine = sectionsFor(req, id)
  const current = mine.find(({ key }) => key === section) ?? mine[0]
  if (!current) return <Empty>Nothing of this chart is for your role.</Empty>
  return (
    <>
      <PersonHeader id={id} req={req} />
      <div className="ops-chart-page">
        <nav aria-label="Chart" className="ops-chart-nav">
          {mine.map(({ key, label }) => (
            <a
              aria-current={key === current.key ? 'page' : undefined}
              href={`/admin/patient/${id}?section=${key}`}
              key={key}
            >
              {label}
            </a>
          ))}
          <a href={`/admin/collections/patients/${id}`}>Contact details</a>
        </nav>
        <div className="ops-stack ops-chart-main">
          {shown[current.key]({ req, id, chart, filter })}
        </div>
        <ChartAside chart={chart} id={id} req={req} />
      </div>
    </>
  )
}

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
