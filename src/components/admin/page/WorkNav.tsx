import { scopesFor } from '@/access/policy'
import { isStaffRole } from '@/access/roles'
import { Icon, type IconName } from '../ui/Icon'
import { type Area, type WorkView, workViews } from './workViews'

type Props = { user?: { roles?: unknown } | null; current?: string }

const areaIcons: Readonly<Record<Area, IconName>> = {
  Billing: 'money',
  Records: 'file',
  Oversight: 'rules',
  Practice: 'plug',
}

const Item = ({ view, current }: { view: WorkView; current: string | undefined }) => (
  <a aria-current={view.path === current ? 'page' : undefined} href={view.path}>
    <Icon name={view.icon} /> {view.label}
  </a>
)

const Menu = ({
  area,
  views,
  current,
}: {
  area: Area
  views: readonly WorkView[]
  current: string | undefined
}) => {
  const here = views.find(({ path }) => path === current)
  return (
    <details className="ops-work-nav__menu" name="ops-work-nav">
      <summary data-current={here ? '' : undefined}>
        <Icon name={here?.icon ?? areaIcons[area]} /> {here ? `${area}: ${here.label}` : area}
      </summary>
      <div className="ops-work-nav__list">
        {views.map((view) => (
          <Item current={current} key={view.path} view={view} />
        ))}
      </div>
    </details>
  )
}

/** A menu for one screen would only be one press more, and so many stand in a row by themselves. */
const fewest = 2
const mostInRow = 8

/** Links to the screens this person works in; above the list of records, and on every page of ours. */
export const WorkNav = ({ user, current }: Props) => {
  const roles = Array.isArray(user?.roles) ? user.roles.filter(isStaffRole) : []
  const mine = workViews.filter(
    ({ needs }) => !needs || scopesFor(needs.slug, needs.verb, roles).length,
  )
  const inArea = (area: Area): WorkView[] => mine.filter((view) => view.area === area)
  const areas = (['Billing', 'Records', 'Oversight', 'Practice'] as const).filter(
    (area) => inArea(area).length >= fewest && mine.length > mostInRow,
  )
  const isInMenu = ({ area }: WorkView): boolean => area !== undefined && areas.includes(area)
  return (
    <nav aria-label={current ? 'Work' : 'Work screens'} className="ops-root ops-work-nav">
      {mine
        .filter((view) => !isInMenu(view))
        .map((view) => (
          <Item current={current} key={view.path} view={view} />
        ))}
      {areas.map((area) => (
        <Menu area={area} current={current} key={area} views={inArea(area)} />
      ))}
    </nav>
  )
}
