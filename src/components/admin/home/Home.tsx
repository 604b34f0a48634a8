import type { AdminViewServerProps } from 'payload'
import { actorOf, hasRole } from '@/access/principal'
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

/** The first page: what is due today in each of the person's roles, then their tasks. */
export const Home = ({ initPageResult }: AdminViewServerProps) => {
  const { req } = initPageResult
  const actor = actorOf(req)
  const now = clock.now()
  const zone = practiceZone()
  const [day = ''] = formatFullDateTime({ instant: now, zone }).split(/, \d{1,2}:/)
  const showsDesk = hasRole(actor, 'frontDesk')
  const showsVisits = hasRole(actor, 'clinician', 'intern')
  return (
    <PageBody current="/admin" lead={day} req={req} title={greeting(actor.name, hourIn(now, zone))}>
      {hasRole(actor, 'owner') ? <SetupCard req={req} /> : null}
      {showsDesk ? <FrontDeskHome req={req} /> : null}
      {showsVisits ? <ClinicianHome req={req} /> : null}
      {hasRole(actor, 'supervisor') ? <SupervisorHome req={req} /> : null}
      {hasRole(actor, 'owner', 'director') ? <Monday req={req} /> : null}
      {hasRole(actor, 'director') ? <DirectorHome req={req} treats={showsVisits} /> : null}
      {hasRole(actor, 'biller') ? <BillerHome req={req} /> : null}
      {hasRole(actor, 'owner') ? <OwnerHome req={req} /> : null}
      {hasRole(actor, 'compliance') ? <ComplianceHome req={req} /> : null}
      {hasRole(actor, 'hr') ? <StaffHome req={req} /> : null}
      {hasRole(actor, 'marketing') ? <MarketingHome req={req} /> : null}
      {showsDesk || showsVisits ? null : <TaskQueue req={req} />}
    </PageBody>
  )
}
