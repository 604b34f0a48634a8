import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { FocusKeeper } from '@/src/components/focus/FocusKeeper'
import { CrisisLine } from '@/src/components/portal/CrisisLine'
import { practiceFacts } from '@/src/lib/portal/practice'
import '@/src/styles/tokens.css'
import './styles/base.css'
import './styles/parts.css'
import './styles/forms.css'
import './styles/print.css'

export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> => {
  const { name } = await practiceFacts()
  return {
    title: { default: name, template: `%s · ${name}` },
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
    formatDetection: { telephone: false },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
}

const Layout = async ({ children }: { children: ReactNode }) => {
  const { phone } = await practiceFacts()
  return (
    <html lang="en">
      <body>
        <a className="skip" href="#main">
          Skip to the page
        </a>
        <noscript>
          <p className="no-script">
            This page works with JavaScript, which is off in your browser. Turn it on
            {phone ? `, or call us at ${phone}: ` : ', or call us: '}
            everything here can be done with us, too.
          </p>
        </noscript>
        <FocusKeeper>{children}</FocusKeeper>
        <CrisisLine phone={phone} />
      </body>
    </html>
  )
}

export default Layout
