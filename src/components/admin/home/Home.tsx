import type { AdminViewServerProps } from 'payload'
import { actorOf, hasRole } from '@/access/principal'
import type { StaffRole } from '@/access/roles'
import { formatFullDateTime } from '@/src/domain/scheduling/formatTime'
import { clock } from '@/src/lib/clock'
import { practiceZone } from '@/src/lib/practiceZone'
import { PageBody } from '../page/PageBody'
import { BillerHome } from './BillerHome'
import { ClinicianHome } from './ClinicianHome'
import { ComplianceHome } from './ComplianceHome'
import { DirectorHome } from './DirectorHome'
import { FrontDeskHome } from './FrontDeskHome'
import { MarketingHome } from './MarketingHome'
import { Monday } from './Monday'
import { OwnerHome } from './OwnerHome'
import { SetupCard } from './SetupCard'
import { StaffHome } from './StaffHome'
import { SupervisorHome } from './SupervisorHome'
import { TaskQueue } from './TaskQueue'

const greeting = (name: string, hour: number): string => {
  const part = hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening'
  // "Dr" is no name.
  const first = name.split(' ').find((word) => !/^(dr|mr|mrs|ms|prof)\.?$/i.test(word))
  return `${part}, ${first ?? name}`
}

const hourIn = (instant: Date, zone: string): number =>
  Number(
    new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(
      instant,
    ),
  )

// Kinds of tasks whose records the lists of a role show themselves.
const shownByRole: readonly (readonly [role: StaffRole, kinds: readonly string[]])[] = [
  ['clinician', ['note-due']],
  ['intern', ['note-due']],
  ['supervisor', ['cosign']],
  [
    'compliance',
    [
      'records-request',
      'amendment',
      'emergency-review',
      'access-review',
      'role-grant',
      'destruction-compliance',
    ],
  ],
]

// With this many parts one looks for one's own.
const manyParts = 3

type Part = { key: string; title: string; body: React.ReactNode }

/** The parts of a page with many of them, each a press away. */
const PartNav = ({ parts }: { parts: readonly Part[] }) =>
  parts.length < manyParts ? null : (
    <nav aria-label="On this page" className="ops-tabs ops-small">
      {parts.map(({ key, title }) => (
        <a href={`#${key}`} key={key}>
          {title}
        </a>
      ))}
    </nav>
  )

/** The first page: what is due today in each of the person's roles, and their tasks. */
export const Home = ({ initPageResult }: AdminViewServerProps) => {
  const { req } = initPageResult
  const actor = actorOf(req)
  const now = clock.now()
  const zone = practiceZone()
  const [day = ''] = formatFullDateTime({ instant: now, zone }).split(/, \d{1,2}:/)
  const showsDesk = hasRole(actor, 'frontDesk')
  const showsVisits = hasRole(actor, 'clinician', 'intern')
  const besides = shownByRole.flatMap(([role, kinds]) => (hasRole(actor, role) ? kinds : []))
  const tasks = <TaskQueue besides={besides} req={req} />
  const part = (isShown: boolean, key: string, title: string, body: React.ReactNode): Part[] =>
    isShown ? [{ key, title, body }] : []
  const parts = [
    // What waits here holds up other people's notes and bills.
    ...part(hasRole(actor, 'supervisor'), 'cosign', 'To co-sign', <SupervisorHome req={req} />),
    ...part(showsDesk, 'desk', 'Front desk', <FrontDeskHome req={req} tasks={tasks} />),
    ...part(
      showsVisits,
      'visits',
      'Your visits',
      <ClinicianHome req={req} tasks={showsDesk ? null : tasks} />,
    ),
    ...part(
      hasRole(actor, 'director'),
      'direction',
      'Risk and plans',
      <DirectorHome req={req} treats={showsVisits} />,
    ),
    ...part(hasRole(actor, 'owner', 'director'), 'figures', 'Figures', <Monday req={req} />),
    ...part(hasRole(actor, 'biller'), 'billing', 'Billing', <BillerHome req={req} />),
    ...part(hasRole(actor, 'owner'), 'practice', 'Practice', <OwnerHome req={req} />),
    ...part(hasRole(actor, 'compliance'), 'compliance', 'Compliance', <ComplianceHome req={req} />),
    ...part(hasRole(actor, 'hr'), 'staff', 'Staff', <StaffHome req={req} />),
    ...part(hasRole(actor, 'marketing'), 'marketing', 'Marketing', <MarketingHome req={req} />),
    ...part(!showsDesk && !showsVisits, 'tasks', 'Tasks', tasks),
  ]
  return (
    <PageBody lead={day} title={greeting(actor.name, hourIn(now, zone))}>
      {hasRole(actor, 'owner') ? <SetupCard req={req} /> : null}
      <PartNav parts={parts} />
      {parts.map(({ key, body }) => (
        <div className="ops-part" id={key} key={key}>
          {body}
        </div>
      ))}
    </PageBody>
  )
}
