import type { Metadata } from 'next'
import { InquiryInvitation } from '@/src/components/website/parts/InquiryInvitation'
import { RichProse } from '@/src/components/website/parts/RichProse'
import { SiteLink } from '@/src/components/website/parts/SiteLink'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { labelsOf, Portrait } from '@/src/components/website/parts/TherapistCards'
import { sessionFormats, specialties, stateNames } from '@/src/domain/outreach/vocabulary'
import { leadOn } from '@/src/lib/website/leadOn'
import { type SlugProps, visitOn } from '@/src/lib/website/pageProps'
import { findTherapist } from '@/src/lib/website/records'
import { textIn } from '@/src/lib/website/rows'

export const generateMetadata = async ({ params }: SlugProps): Promise<Metadata> => {
  const { slug } = await params
  const therapist = await findTherapist(slug)
  return {
    title: textIn(therapist, 'displayName') || 'Not found',
    description: textIn(therapist, 'summary') || undefined,
    alternates: { canonical: `/therapists/${slug}` },
  }
}

const Page = async (props: SlugProps) => {
  const { slug } = await props.params
  const path = `/therapists/${slug}`
  const [therapist, visit] = await Promise.all([findTherapist(slug), visitOn(props, path)])
  if (!therapist) return leadOn(path, visit)
  const text = (name: string) => textIn(therapist, name)
  const facts = [
    ['Focus', labelsOf(specialties, text('specialties')).join(', ')],
    ['Sessions', labelsOf(sessionFormats, text('formats')).join(', ')],
    ['Licensed in', labelsOf(stateNames, text('states')).join(', ')],
    ['Languages', text('languages')],
    ['Insurance', text('payersNote')],
    ['Supervised by', text('supervisedBy')],
  ].filter(([, value]) => value)
  return (
    <SitePage visit={visit} path={path}>
      <p className="above">
        <SiteLink href="/therapists" visit={visit}>
          Therapists
        </SiteLink>
      </p>
      <div className="profile">
        <Portrait therapist={therapist} />
        <div>
          <h1>{text('displayName')}</h1>
          <p className="muted">
            {[text('credentials'), text('pronouns')].filter(Boolean).join(' · ')}
          </p>
          {text('summary') ? <p className="lead">{text('summary')}</p> : null}
        </div>
      </div>
      <dl className="facts wide">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section className="section measure">
        <RichProse body={therapist['bio']} visit={visit} />
      </section>
      <InquiryInvitation visit={visit} />
    </SitePage>
  )
}

export default Page
