import type { Visit } from '@/src/domain/outreach/visit'
import { textIn } from '@/src/domain/row'
import { practiceName, siteHeader } from '@/src/lib/website/records'
import { rowsIn } from '@/src/lib/website/rows'
import { SiteLink } from './SiteLink'

const standardLinks = [
  { label: 'Services', href: '/services' },
  { label: 'Therapists', href: '/therapists' },
  { label: 'Fees', href: '/fees' },
  { label: 'Patient portal', href: '/portal' },
]

/** Name, pages, and the way to ask for an appointment. */
export const SiteHeader = async ({ visit, path }: { visit: Visit; path: string }) => {
  const [name, header] = await Promise.all([practiceName(), siteHeader()])
  const written = rowsIn(header, 'links').map((row) => ({
    label: textIn(row, 'label'),
    href: textIn(row, 'href'),
  }))
  const links = written.length ? written : standardLinks
  return (
    <header className="site-header">
      <div className="site-header-inner">
        <SiteLink className="brand" href="/" visit={visit}>
          {/* biome-ignore lint/performance/noImgElement: next/image writes style attributes, which a strict content policy refuses */}
          <img src="/mark.svg" alt="" width={36} height={36} fetchPriority="low" />
          <span>{name}</span>
        </SiteLink>
        <nav className="site-nav" aria-label="Main">
          <ul>
            {links.map(({ label, href }) => (
              <li key={`${label}|${href}`}>
                <SiteLink href={href} visit={visit} isCurrent={href === path}>
                  {label}
                </SiteLink>
              </li>
            ))}
          </ul>
        </nav>
        <SiteLink
          className="button secondary"
          href="/contact"
          visit={visit}
          isCurrent={path === '/contact'}
        >
          {textIn(header, 'inquiryLabel') || 'Ask for an appointment'}
        </SiteLink>
      </div>
    </header>
  )
}
