import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { env } from '@/src/lib/env'
import { practiceName } from '@/src/lib/website/records'
import '@/src/styles/tokens.css'
import '@/src/components/website/styles/base.css'
import '@/src/components/website/styles/chrome.css'
import '@/src/components/website/styles/parts.css'
import '@/src/components/website/styles/forms.css'
import '@/src/components/website/styles/articles.css'

export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> => {
  const name = await practiceName()
  return {
    metadataBase: new URL(env.SERVER_URL),
    title: { default: name, template: `%s · ${name}` },
    // Links to others must not tell them which page somebody was reading.
    referrer: 'same-origin',
    formatDetection: { telephone: false },
    icons: {
      icon: [
        { url: '/favicon.ico', sizes: '32x32' },
        { url: '/mark.svg', type: 'image/svg+xml' },
      ],
    },
    openGraph: { siteName: name, type: 'website', images: ['/social-card.png'] },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
}

const Layout = ({ children }: { children: ReactNode }) => (
  <html lang="en">
    <body>{children}</body>
  </html>
)

export default Layout
