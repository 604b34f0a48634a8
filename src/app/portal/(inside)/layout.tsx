import Link from 'next/link'
import type { ReactNode } from 'react'
import { ActingFor } from '@/src/components/portal/ActingFor'
import { AreaLinks } from '@/src/components/portal/AreaLinks'
import { SessionKeeper } from '@/src/components/portal/SessionKeeper'
import { SignOutButton } from '@/src/components/portal/SignOutButton'
import { currentVisit } from '@/src/lib/portal/portalRequest'
import { practiceFacts } from '@/src/lib/portal/practice'

// Who may see what is asked on each page; this only frames it.
const Layout = async ({ children }: { children: ReactNode }) => {
  const [{ name }, visit] = await Promise.all([practiceFacts(), currentVisit()])
  return (
    <SessionKeeper userId={visit?.userId ?? ''}>
      <header className="top">
        <div className="top-row">
          <Link href="/portal" className="top-name">
            {name}
          </Link>
          {visit ? <SignOutButton /> : null}
        </div>
        {visit ? <AreaLinks isProxy={visit.isProxy} /> : null}
        {visit ? <ActingFor visit={visit} /> : null}
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </SessionKeeper>
  )
}

export default Layout
