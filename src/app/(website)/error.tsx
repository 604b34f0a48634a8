'use client'

/** What a visitor sees when something broke on our side; needs nothing from the server. */
const ErrorPage = ({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) => (
  <>
    <aside className="crisis" aria-label="If you are in crisis">
      <p>
        <strong>In danger now?</strong> Call <a href="tel:911">911</a>. In a crisis, call or text{' '}
        <a href="tel:988">988</a> at any hour.
      </p>
    </aside>
    <main id="main">
      <h1>Something went wrong on our side</h1>
      <p className="lead measure">Nothing you did caused it. Try again in a moment.</p>
      <p>
        <button className="button" type="button" onClick={reset}>
          Try again
        </button>
      </p>
      {error.digest ? <p className="muted">Reference: {error.digest}</p> : null}
    </main>
  </>
)

export default ErrorPage
