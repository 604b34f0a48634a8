import type { ReactNode } from 'react'
import { practiceFacts } from '@/src/lib/portal/practice'

const Layout = async ({ children }: { children: ReactNode }) => {
  const { name } = await practiceFacts()
  return (
    <>
      <header className="top">
        <div className="top-row">
          <span className="top-name">{name}</span>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

export default Layout
