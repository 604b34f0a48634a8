import type { Visit } from '@/src/domain/outreach/visit'
import { SiteLink } from './SiteLink'

/** The way to write to us, at the foot of what somebody just read. */
export const InquiryInvitation = ({ visit, service }: { visit: Visit; service?: string }) => (
  <section className="invitation">
    <h2>Would you like to talk to somebody?</h2>
    <p>Write a few words. We answer and find the person who fits.</p>
    <p>
      <SiteLink
        className="button"
        href={service ? `/contact?service=${service}` : '/contact'}
        visit={visit}
      >
        Ask for an appointment
      </SiteLink>
    </p>
  </section>
)
