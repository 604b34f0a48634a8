import { codesIn } from '@/src/domain/outreach/vocabulary'
import { numberIn, textIn } from '@/src/domain/row'
import { listTherapists } from '@/src/lib/website/records'
import { SiteLink } from '../parts/SiteLink'
import { TherapistCards } from '../parts/TherapistCards'
import type { BlockProps } from './blockProps'

const standardLimit = 6

export const TherapistsBlock = async ({ block, visit }: BlockProps) => {
  const specialty = textIn(block, 'specialty')
  const all = await listTherapists()
  const fitting = specialty
    ? all.filter((row) => codesIn(textIn(row, 'specialties')).includes(specialty))
    : all
  const shown = fitting.slice(0, numberIn(block, 'limit') || standardLimit)
  return (
    <section className="section">
      <h2>{textIn(block, 'heading') || 'Who you would meet'}</h2>
      {shown.length ? (
        <TherapistCards therapists={shown} visit={visit} />
      ) : (
        <p>
          {specialty ? 'Nobody with this focus has' : 'Nobody has'} an opening today. Ask us: places
          open up every week.
        </p>
      )}
      <p>
        <SiteLink
          className="alone"
          href={specialty ? `/therapists?specialty=${specialty}` : '/therapists'}
          visit={visit}
        >
          All therapists with openings
        </SiteLink>
      </p>
    </section>
  )
}
