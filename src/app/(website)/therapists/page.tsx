import type { Metadata } from 'next'
import { PageBlocks } from '@/src/components/website/blocks/PageBlocks'
import { DirectoryFilters } from '@/src/components/website/directory/DirectoryFilters'
import { InquiryInvitation } from '@/src/components/website/parts/InquiryInvitation'
import { SiteLink } from '@/src/components/website/parts/SiteLink'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { StructuredData } from '@/src/components/website/parts/StructuredData'
import { TherapistCards } from '@/src/components/website/parts/TherapistCards'
import { countOf } from '@/src/domain/countOf'
import { facetsOf, filterFrom, fitting, isFiltered } from '@/src/domain/outreach/directoryFilter'
import { textIn } from '@/src/domain/row'
import { pageMeta } from '@/src/lib/website/meta/pageMeta'
import { type SearchProps, visitOn } from '@/src/lib/website/pageProps'
import { findPage, listTherapists } from '@/src/lib/website/records'

export const generateMetadata = async ({ searchParams }: SearchProps): Promise<Metadata> => {
  const page = await findPage('therapists')
  const meta = await pageMeta({
    title: textIn(page, 'title') || 'Therapists',
    description: textIn(page, 'metaDescription') || 'The therapists who can take new clients now.',
    path: '/therapists',
  })
  return isFiltered(filterFrom(await searchParams)) ? { ...meta, robots: { index: false } } : meta
}

const Page = async (props: SearchProps) => {
  const [all, page, visit, search] = await Promise.all([
    listTherapists(),
    findPage('therapists'),
    visitOn(props, '/therapists'),
    props.searchParams,
  ])
  const entries = all.map((row) => ({
    row,
    specialties: textIn(row, 'specialties'),
    formats: textIn(row, 'formats'),
    states: textIn(row, 'states'),
    languages: textIn(row, 'languages'),
  }))
  const filter = filterFrom(search)
  const shown = fitting(entries, filter)
  return (
    <SitePage visit={visit} path="/therapists">
      <StructuredData trail={[{ name: 'Therapists', path: '/therapists' }]} />
      <h1>Therapists with openings</h1>
      <p className="lead measure">
        Everybody here can take somebody on now. Who is full or away is not on the list.
      </p>
      <DirectoryFilters filter={filter} facets={facetsOf(entries)} visit={visit} />
      <p className="count" role="status">
        {countOf(shown.length, 'therapist')}
        {isFiltered(filter) ? ` of ${entries.length}` : ''}
      </p>
      {shown.length ? (
        <TherapistCards therapists={shown.map(({ row }) => row)} visit={visit} level={2} />
      ) : (
        <div className="empty">
          <p>
            Nobody fits all of this today. Take one choice away, or write to us: places open up
            every week.
          </p>
          <p>
            <SiteLink className="button" href="/contact" visit={visit}>
              Ask for an appointment
            </SiteLink>
          </p>
        </div>
      )}
      <PageBlocks record={page} visit={visit} />
      <InquiryInvitation visit={visit} />
    </SitePage>
  )
}

export default Page
