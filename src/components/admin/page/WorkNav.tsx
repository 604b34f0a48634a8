import { Icon, type IconName } from '../ui/Icon'
import { CloseMenus } from './CloseMenus'
import { type MyWork, myWork, type Someone, viewAt } from './myWork'
import type { Area, WorkView } from './workViews'

type ItemProps = { view: WorkView; current: WorkView | undefined }

type MenuProps = { area: Area; views: readonly WorkView[]; current: WorkView | undefined }

const areaIcons: Readonly<Record<Area, IconName>> = {
  Billing: 'money',
  Records: 'file',
  Oversight: 'rules',
  Practice: 'plug',
}

const Item = ({ view, current }: ItemProps) => (
  <a aria-current={view === current ? 'page' : undefined} href={view.path}>
    <Icon name={view.icon} /> {view.label}
  </a>
)

const Menu = ({ area, views, current }: MenuProps) => {
  const isHere = current !== undefined && views.includes(current)
  return (
    <details className="ops-work-nav__menu" data-menu="" name="ops-work-nav">
      <summary data-current={isHere ? '' : undefined}>
        <Icon name={areaIcons[area]} /> {area}
      </summary>
      <div className="ops-work-nav__list">
        {views.map((view) => (
          <Item current={current} key={view.path} view={view} />
        ))}
      </div>
    </details>
  )
}

const Row = ({ work, current }: { work: MyWork; current: WorkView | undefined }) => (
  <>
    {work.single.map((view) => (
      <Item current={current} key={view.path} view={view} />
    ))}
    {work.menus.map(({ area, views }) => (
      <Menu area={area} current={current} key={area} views={views} />
    ))}
  </>
)

/** Above the list of records in the drawer. */
export const WorkNav = ({ user }: { user?: Someone }) => (
  <nav aria-label="Work screens" className="ops-root ops-work-nav">
    <Row current={undefined} work={myWork(user)} />
  </nav>
)

type HeaderProps = {
  user?: Someone
  params?: { segments?: string[] }
  /** Payload's word for a screen of its own; its path of records needs the room. */
  viewType?: string
}

/**
 * The screens this person works in, in the header of every page: side by side where there is room, else one
 * menu that says where one is.
 */
export const HeaderNav = ({ user, params, viewType }: HeaderProps) => {
  const work = myWork(user)
  const current = viewAt(work.all, ['/admin', ...(params?.segments ?? [])].join('/'))
  const isShort = viewType !== undefined && viewType !== 'dashboard'
  return (
    <nav
      aria-label="Work"
      className={`ops-root ops-work-nav ops-header-nav${isShort ? ' ops-header-nav--short' : ''}`}
    >
      <CloseMenus />
      <div className="ops-header-nav__row">
        <Row current={current} work={work} />
      </div>
      <details className="ops-work-nav__menu ops-header-nav__all" data-menu="">
        <summary>
          <Icon name={current?.icon ?? 'rules'} />{' '}
          <span className="ops-header-nav__here">{current?.label ?? 'Go to'}</span>
        </summary>
        <div className="ops-work-nav__list">
          {work.single.map((view) => (
            <Item current={current} key={view.path} view={view} />
          ))}
          {work.menus.map(({ area, views }) => (
            <section aria-label={area} key={area}>
              <p aria-hidden="true" className="ops-small ops-muted">
                {area}
              </p>
              {views.map((view) => (
                <Item current={current} key={view.path} view={view} />
              ))}
            </section>
          ))}
        </div>
      </details>
    </nav>
  )
}
