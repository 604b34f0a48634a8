import type { Metadata } from 'next'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { StructuredData } from '@/src/components/website/parts/StructuredData'
import { textIn } from '@/src/domain/row'
import { pageMeta } from '@/src/lib/website/meta/pageMeta'
import { type SearchProps, visitOn } from '@/src/lib/website/pageProps'
import { practice } from '@/src/lib/website/records'

export const generateMetadata = (): Promise<Metadata> =>
  pageMeta({
    title: 'In a crisis',
    description: 'Call or text 988 at any hour, in danger 911. More numbers that answer now.',
    path: '/crisis',
  })

const Page = async (props: SearchProps) => {
  const [facts, visit] = await Promise.all([practice(), visitOn(props, '/crisis')])
  const phone = textIn(facts, 'phone')
  return (
    <SitePage visit={visit} path="/crisis">
      <StructuredData trail={[{ name: 'In a crisis', path: '/crisis' }]} />
      <h1>If you are in a crisis</h1>
      <p className="lead measure">
        You do not have to wait for us. These people answer now, at any hour, for free.
      </p>
      <ul className="cards numbers">
        <li className="card">
          <h2>In danger now</h2>
          <p className="number">
            <a href="tel:911">Call 911</a>
          </p>
          <p>If you or somebody else may be hurt. You can also go to the nearest emergency room.</p>
        </li>
        <li className="card">
          <h2>Thinking about suicide, or in distress</h2>
          <p className="number">
            <a href="tel:988">Call 988</a> or <a href="sms:988">text 988</a>
          </p>
          <p>
            The Suicide and Crisis Lifeline. For Spanish press 2, or text AYUDA to 988. There is a
            video call in American Sign Language on its website.
          </p>
        </li>
        <li className="card">
          <h2>Veterans</h2>
          <p className="number">
            <a href="tel:988">Call 988</a>, press 1
          </p>
          <p>
            The Veterans Crisis Line, or text <a href="sms:838255">838255</a>.
          </p>
        </li>
        <li className="card">
          <h2>Hurt or threatened at home</h2>
          <p className="number">
            <a href="tel:18007997233">Call 1-800-799-7233</a>
          </p>
          <p>
            The National Domestic Violence Hotline, or text START to <a href="sms:88788">88788</a>.
          </p>
        </li>
      </ul>
      <section className="section measure">
        <h2>If you are in care with us</h2>
        <p>
          In a crisis use the numbers above first. Then let us know, so that your therapist can call
          you
          {phone ? ` back: ${phone}` : ''}. We do not read e-mail and forms at night or on weekends.
        </p>
      </section>
    </SitePage>
  )
}

export default Page
