import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Logo } from '@/src/components/admin/graphics/Logo'
import './staff.css'

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
