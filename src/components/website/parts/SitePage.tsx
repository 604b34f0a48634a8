import type { ReactNode } from 'react'
import type { Visit } from '@/src/domain/outreach/visit'
import { pageReader } from '@/src/lib/website/publicApi'
import { CrisisNotice } from './CrisisNotice'
import { SiteFooter } from './SiteFooter'
import { SiteHeader } from './SiteHeader'

type Props = { visit: Visit; path: string; children: ReactNode }

/** What stands around every page: skip link, crisis notice, header, footer. */
export const SitePage = async ({ visit, path, children }: Props) => {
  const { isPreview } = await pageReader()
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <CrisisNotice />
      {isPreview ? (
        <aside className="preview-bar" aria-label="Preview">
          <p>
            <strong>Preview.</strong> You see pages as last saved, published or not.{' '}
            <a href="/preview/leave">Leave preview</a>
          </p>
        </aside>
      ) : null}
      <SiteHeader visit={visit} path={path} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter visit={visit} />
    </>
  )
}
