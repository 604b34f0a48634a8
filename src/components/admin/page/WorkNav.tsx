import { scopesFor } from '@/access/policy'
import { isStaffRole } from '@/access/roles'
import { Icon } from '../ui/Icon'
import { workViews } from './workViews'

type Props = { user?: { roles?: unknown } | null; current?: string }

/** Links to the screens this person works in; above the list of records, and on every page of ours. */
export const WorkNav = ({ user, current }: Props) => {
  const roles = Array.isArray(user?.roles) ? user.roles.filter(isStaffRole) : []
  const mine = workViews.filter(
    ({ needs }) => !needs || scopesFor(needs.slug, needs.verb, roles).length,
  )
  return (
    <nav aria-label={current ? 'Work' : 'Work screens'} className="ops-root ops-work-nav">
      {mine.map(({ path, label, icon }) => (
        <a aria-current={path === current ? 'page' : undefined} href={path} key={path}>
          <Icon name={icon} /> {label}
        </a>
      ))}
    </nav>
  )
}
