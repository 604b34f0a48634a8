'use client'

type Props = { error: Error & { digest?: string }; reset: () => void }

const ErrorPage = ({ error, reset }: Props) => (
  <>
    <h1>Something went wrong on our side</h1>
    <p className="lead">
      Nothing was lost. Try again in a minute. If it happens again, call us
      {error.digest ? ` and tell us this reference: ${error.digest}` : ''}.
    </p>
    <div className="buttons">
      <button type="button" className="button" onClick={reset}>
        Try again
      </button>
    </div>
  </>
)

export default ErrorPage
