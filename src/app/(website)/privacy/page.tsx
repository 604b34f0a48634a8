import type { Metadata } from 'next'
import { Lines } from '@/src/components/website/parts/Lines'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { StructuredData } from '@/src/components/website/parts/StructuredData'
import { formatDate, isCalendarDate } from '@/src/domain/calendarDate'
import { textIn } from '@/src/domain/row'
import { pageMeta } from '@/src/lib/website/meta/pageMeta'
import { type SearchProps, visitOn } from '@/src/lib/website/pageProps'
import { practice } from '@/src/lib/website/records'

export const generateMetadata = (): Promise<Metadata> =>
  pageMeta({
    title: 'Privacy practices',
    description:
      'What we do with what we know about you, your rights, and what this website keeps.',
    path: '/privacy',
  })

const Page = async (props: SearchProps) => {
  const [facts, visit] = await Promise.all([practice(), visitOn(props, '/privacy')])
  const notice = textIn(facts, 'privacyNotice')
  const since = textIn(facts, 'privacyNoticeEffectiveOn')
  const phone = textIn(facts, 'phone')
  return (
    <SitePage visit={visit} path="/privacy">
      <StructuredData trail={[{ name: 'Privacy practices', path: '/privacy' }]} />
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
