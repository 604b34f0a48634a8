import type { AdminViewServerProps } from 'payload'
import { isCalendarDate } from '@/src/domain/calendarDate'
import { practiceToday } from '@/src/lib/practiceZone'
import { spellDay } from '../fields/spellDay'
import { AdminPage } from '../page/AdminPage'
import { paramIn } from '../page/params'
import { askDoor } from '../page/read'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'
import { Findings } from '../ui/Findings'
import { FunnelChart } from './FunnelChart'
import { FunnelTable } from './FunnelTable'
import type { FunnelAnswer } from './funnelTypes'
import { PeriodForm } from './PeriodForm'

const monthsBack = 24

const monthFormat = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  month: 'long',
  year: 'numeric',
})

/** The months up to a day, each by its last day; the newest first. */
const monthsUntil = (day: string): { value: string; label: string }[] => {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return Array.from({ length: monthsBack }, (_, back) => {
    const last = new Date(Date.UTC(year, month - back, 0))
    return { value: last.toISOString().slice(0, 10), label: monthFormat.format(last) }
  })
}

const Figures = async ({ view }: { view: AdminViewServerProps }) => {
  const { req } = view.initPageResult
  const from = paramIn(view.searchParams, 'from')
  const to = paramIn(view.searchParams, 'to')
  const funnel = await askDoor<FunnelAnswer>(req, {
    slug: 'campaigns',
    path: '/funnel',
    query: { ...(isCalendarDate(from) ? { from } : {}), ...(isCalendarDate(to) ? { to } : {}) },
  })
  if (!funnel)
    return <Empty>These days do not fit together. The first must not be after the last.</Empty>
  return (
    <div className="ops-stack">
      <PeriodForm
        from={funnel.from}
        isFixed={funnel.isMasked}
        months={monthsUntil(practiceToday())}
        to={funnel.to}
      />
      {funnel.isMasked ? (
        <Findings
          findings={[
            {
              message: `Cells that rest on fewer than ${funnel.threshold} people say "hidden", and so do the totals from which one could be worked out, so that nobody can be recognized. Periods are three whole months for the same reason.`,
            },
          ]}
          title="What you see here is about nobody in particular"
          tone="info"
        />
      ) : null}
      <Card title={`${spellDay(funnel.from)} to ${spellDay(funnel.to)}`}>
        <FunnelChart funnel={funnel} />
      </Card>
      <Card title="By source">
        {funnel.rows.length ? (
          <FunnelTable funnel={funnel} />
        ) : (
          <Empty>Nobody wrote in these days.</Empty>
        )}
      </Card>
    </div>
  )
}

/** /admin/marketing: source, inquiry, intake, kept session, revenue and cost; never a name. */
export const MarketingView = (view: AdminViewServerProps) => (
  <AdminPage
    lead="What brings people to the practice, what it costs and what comes of it."
    needs={{ slug: 'campaigns', verb: 'read' }}
    path="/admin/marketing"
    title="Marketing"
    view={view}
  >
    {() => <Figures view={view} />}
  </AdminPage>
)
