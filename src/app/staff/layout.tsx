import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Logo } from '@/src/components/admin/graphics/Logo'
import './staff.css'

// The nonce of the policy is the request's: a page made while building would run no script.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'Staff', template: '%s · Therapy Ops' },
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
}

const Layout = ({ children }: { children: ReactNode }) => (
  <html lang="en">
    <body className="ops-root ops-staff">
      <header className="ops-staff__head">
        <Logo />
      </header>
      <main className="ops-card ops-staff__main">{children}</main>
    </body>
  </html>
)

export default Layout
