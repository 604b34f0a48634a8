import type { Visit } from '@/src/domain/outreach/visit'
import { textIn } from '@/src/domain/row'
import { practice, siteFooter } from '@/src/lib/website/records'
import { rowsIn } from '@/src/lib/website/rows'
import { SiteLink } from './SiteLink'

const standardLinks = [
  { label: 'Contact', href: '/contact' },
  { label: 'In a crisis', href: '/crisis' },
  { label: 'Fees and estimates', href: '/fees' },
  { label: 'Privacy practices', href: '/privacy' },
  { label: 'How we keep what you tell us', href: '/how-we-keep-it' },
  { label: 'Search this website', href: '/search' },
]

const phoneLink = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`

/** How to reach the practice, and what the law wants within one click. */
export const SiteFooter = async ({ visit }: { visit: Visit }) => {
  const [facts, footer] = await Promise.all([practice(), siteFooter()])
  const written = rowsIn(footer, 'links').map((row) => ({
    label: textIn(row, 'label'),
    href: textIn(row, 'href'),
  }))
  const required = standardLinks.filter(({ href }) => !written.some((link) => link.href === href))
  const phone = textIn(facts, 'phone')
  const email = textIn(facts, 'email')
  const place = [textIn(facts, 'addressLine1'), textIn(facts, 'city'), textIn(facts, 'region')]
  return (
    <footer className="site-footer">
      <div className="site-footer-inner">
        <div>
          <p className="footer-name">{textIn(facts, 'name') || 'Our practice'}</p>
          {place.some(Boolean) ? <p>{place.filter(Boolean).join(', ')}</p> : null}
          {phone ? (
            <p>
              <a href={phoneLink(phone)}>{phone}</a>
            </p>
          ) : null}
          {email ? (
            <p>
              <a href={`mailto:${email}`}>{email}</a>
            </p>
          ) : null}
          {textIn(footer, 'responseNote') ? <p>{textIn(footer, 'responseNote')}</p> : null}
        </div>
        <nav aria-label="Footer">
          <ul>
            {[...written, ...required].map(({ label, href }) => (
              <li key={`${label}|${href}`}>
                <SiteLink href={href} visit={visit}>
                  {label}
                </SiteLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <p className="small-print">
        {textIn(footer, 'smallPrint')} This site sets no tracking cookies and loads nothing from
        anybody else.
      </p>
    </footer>
  )
}
