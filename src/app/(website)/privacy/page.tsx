import type { Metadata } from 'next'
import { Lines } from '@/src/components/website/parts/Lines'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { formatDate, isCalendarDate } from '@/src/domain/calendarDate'
import { type SearchProps, visitOn } from '@/src/lib/website/pageProps'
import { practice } from '@/src/lib/website/records'
import { textIn } from '@/src/lib/website/rows'

export const metadata: Metadata = {
  title: 'Privacy practices',
  alternates: { canonical: '/privacy' },
}

const Page = async (props: SearchProps) => {
  const [facts, visit] = await Promise.all([practice(), visitOn(props, '/privacy')])
  const notice = textIn(facts, 'privacyNotice')
  const since = textIn(facts, 'privacyNoticeEffectiveOn')
  const phone = textIn(facts, 'phone')
  return (
    <SitePage visit={visit} path="/privacy">
      <h1>Notice of privacy practices</h1>
      {isCalendarDate(since) ? <p className="muted">In effect since {formatDate(since)}.</p> : null}
      <section className="measure">
        {notice ? (
          <Lines className="lines" text={notice} />
        ) : (
          <p>
            Our notice is being prepared for this page. Ask us for a copy
            {phone ? ` at ${phone}` : ''}: you have a right to one at any time.
          </p>
        )}
      </section>
      <section className="section measure" id="website">
        <h2>This website</h2>
        <p>
          It sets no cookies for visitors, counts nobody and loads nothing from anybody else. When a
          link that led you here names its source, such as a search engine, that name travels in the
          addresses of the pages you open and is kept with your message if you send one.
        </p>
        <p>
          What you write in the contact form is encrypted and read by the people who answer it. It
          becomes part of no record unless you come to us.
        </p>
      </section>
    </SitePage>
  )
}

export default Page
