import { telOf } from '@/src/lib/portal/text'

/** At the foot of every page of the portal, signed in or not. */
export const CrisisLine = ({ phone }: { phone: string }) => (
  <footer className="crisis-line">
    <p>
      <strong>In a crisis:</strong> call <a href="tel:988">988</a> or text <a href="sms:988">988</a>{' '}
      any time, day or night. In immediate danger call <a href="tel:911">911</a>. This page is not
      watched around the clock.
      {phone ? (
        <>
          {' '}
          Our office: <a href={telOf(phone)}>{phone}</a>.
        </>
      ) : null}
    </p>
  </footer>
)
