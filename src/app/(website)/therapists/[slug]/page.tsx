import type { Metadata } from 'next'
import { leadOn } from '@/src/components/website/leadOn'
import { InquiryInvitation } from '@/src/components/website/parts/InquiryInvitation'
import { RichProse } from '@/src/components/website/parts/RichProse'
import { SiteLink } from '@/src/components/website/parts/SiteLink'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { StructuredData } from '@/src/components/website/parts/StructuredData'
import { labelsOf, Portrait } from '@/src/components/website/parts/TherapistCards'
import { PostCards } from '@/src/components/website/posts/PostCards'
import { personThing } from '@/src/domain/outreach/structuredData'
import { sessionFormats, specialties, stateNames } from '@/src/domain/outreach/vocabulary'
import { textIn } from '@/src/domain/row'
import { pageMeta } from '@/src/lib/website/meta/pageMeta'
import { type SlugProps, visitOn } from '@/src/lib/website/pageProps'
import { findTherapist, listPosts } from '@/src/lib/website/records'
import { asRow } from '@/src/lib/website/rows'
import { siteOrigin } from '@/src/lib/website/siteOrigin'

export const generateMetadata = async ({ params }: SlugProps): Promise<Metadata> => {
  const { slug } = await params
  const therapist = await findTherapist(slug)
  if (!therapist) return { title: 'Not found', robots: { index: false } }
  const name = textIn(therapist, 'displayName')
  return pageMeta({
    title: name,
    description: textIn(therapist, 'summary') || `${name} has an opening for new clients.`,
    path: `/therapists/${slug}`,
    hasCard: true,
  })
}

const Page = async (props: SlugProps) => {
  const { slug } = await props.params
  const path = `/therapists/${slug}`
  const [therapist, posts, visit] = await Promise.all([
    findTherapist(slug),
    listPosts(),
    visitOn(props, path),
  ])
  if (!therapist) return leadOn(path, visit)
  const written = posts
    .filter(({ author }) => textIn(asRow(author), 'id') === textIn(therapist, 'id'))
    .slice(0, 3)
  const text = (name: string) => textIn(therapist, name)
  const firstName = text('displayName').split(' ')[0]
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
      <StructuredData
        things={[personThing(siteOrigin(), path, therapist)]}
        trail={[
          { name: 'Therapists', path: '/therapists' },
          { name: text('displayName'), path },
        ]}
      />
      <p className="above">
        <SiteLink className="alone" href="/therapists" visit={visit}>
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
        <h2>About {firstName}</h2>
        <RichProse body={therapist['bio']} visit={visit} />
      </section>
      {written.length ? (
        <section className="section">
          <h2>Written by {firstName}</h2>
          <PostCards posts={written} visit={visit} level={3} />
        </section>
      ) : null}
      <InquiryInvitation visit={visit} />
    </SitePage>
  )
}

export default Page
