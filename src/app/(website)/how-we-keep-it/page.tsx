import config from '@payload-config'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getPayload } from 'payload'
import { signInSettings } from '@/access/session/signInSettings'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { StructuredData } from '@/src/components/website/parts/StructuredData'
import { claimGroups } from '@/src/domain/trust/claims'
import { pageMeta } from '@/src/lib/website/meta/pageMeta'
import { type SearchProps, visitOn } from '@/src/lib/website/pageProps'

export const generateMetadata = (): Promise<Metadata> =>
  pageMeta({
    title: 'How we keep what you tell us',
    description: 'How your record is protected, each sentence with the test that watches over it.',
    path: '/how-we-keep-it',
  })

/** Every sentence names the test that fails when it stops being true; settings are those in force. */
const Page = async (props: SearchProps) => {
  const visit = await visitOn(props, '/how-we-keep-it')
  const settings = await signInSettings(await getPayload({ config }))
  const groups = claimGroups.map(({ claims, ...group }) => ({
    ...group,
    claims: claims.flatMap(({ says, ...claim }) => {
      const sentence = says(settings)
      return sentence ? [{ ...claim, sentence }] : []
    }),
  }))
  return (
    <SitePage visit={visit} path="/how-we-keep-it">
      <StructuredData trail={[{ name: 'How we keep what you tell us', path: '/how-we-keep-it' }]} />
      <h1>How we keep what you tell us</h1>
      <p className="measure">
        Nothing here is a promise alone. Our software is open, and under each sentence stands the
        test that fails when it stops being true. What the law says about your rights is in our{' '}
        <Link href="/privacy">notice of privacy practices</Link>.
      </p>
      {groups
        .filter(({ claims }) => claims.length)
        .map(({ id, title, claims }) => (
          <section className="section measure" id={id} key={id}>
            <h2>{title}</h2>
            {claims.map(({ id: claim, sentence, proofs }) => (
              <div className="claim" id={claim} key={claim}>
                <p>{sentence}</p>
                <details>
                  <summary>How this is checked</summary>
                  <ul>
                    {proofs.map(({ file, title: proof }) => (
                      <li key={proof}>
                        “{proof}” <span className="muted">in {file}</span>
                      </li>
                    ))}
                  </ul>
                </details>
              </div>
            ))}
          </section>
        ))}
    </SitePage>
  )
}

export default Page
