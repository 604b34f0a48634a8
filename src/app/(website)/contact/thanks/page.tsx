import type { Metadata } from 'next'
import { SiteLink } from '@/src/components/website/parts/SiteLink'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { noVisit } from '@/src/domain/outreach/visit'
import { textIn } from '@/src/domain/row'
import { practice, siteFooter } from '@/src/lib/website/records'

export const metadata: Metadata = { title: 'Thank you', robots: { index: false } }

const Page = async () => {
  const [facts, footer] = await Promise.all([practice(), siteFooter()])
  const phone = textIn(facts, 'phone')
  return (
    <SitePage visit={noVisit} path="/contact/thanks">
      <h1>Thank you, we have your message</h1>
      <p className="lead measure">
        {textIn(footer, 'responseNote') ||
          'Somebody of our team gets back to you the way you asked for.'}
      </p>
      <section className="callout callout-warn">
        <h2>If you cannot wait</h2>
        <p>
          In danger call <a href="tel:911">911</a>. In a crisis call or text{' '}
          <a href="tel:988">988</a>, at any hour.{phone ? ` Our number is ${phone}.` : ''}
        </p>
      </section>
      <section className="section measure">
        <h2>What happens next</h2>
        <ol>
          <li>We read what you wrote and find out who fits.</li>
          <li>We contact you to ask what we need to know and to find a time.</li>
          <li>You get a few forms to fill in before the first session, online or on paper.</li>
        </ol>
        <p>
          <SiteLink className="alone" href="/therapists" visit={noVisit}>
            See who works here
          </SiteLink>
        </p>
      </section>
    </SitePage>
  )
}

export default Page
