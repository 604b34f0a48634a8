import type { PayloadRequest } from 'payload'
import { EmergencyHint } from '../emergency/EmergencyHint'
import { PeopleSection } from '../people/PeopleSection'
import { SharingSection } from '../sharing/SharingSection'
import { Empty } from '../ui/Empty'
import { SidewaysNav } from '../ui/SidewaysNav'
import { ChartAside } from './ChartAside'
import { CoverageSection } from './CoverageSection'
import { type ChartSummary, readChart } from './chartSummary'
import { HealthSection } from './HealthSection'
import { IntakeSection } from './IntakeSection'
import { MeasuresSection } from './MeasuresSection'
import { MoneySection } from './MoneySection'
import { NotesSection } from './NotesSection'
import { PapersSection } from './PapersSection'
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

/** One person's chart: who they are, the part that was asked for, and what stands beside it. */
export const Workspace = async ({
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
    <div className="ops-chart-page">
      <SidewaysNav className="ops-chart-nav" label="Chart">
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
      </SidewaysNav>
      <div className="ops-stack ops-chart-main">
        {shown[current.key]({ req, id, chart, filter })}
      </div>
      <ChartAside chart={chart} id={id} req={req} />
    </div>
  )
}
