import Link from 'next/link'
import { practiceFacts } from '@/src/lib/portal/practice'

const NotFound = async () => {
  const { name } = await practiceFacts()
  return (
    <>
      <header className="top">
        <div className="top-row">
          <Link className="top-name" href="/portal">
            {name}
          </Link>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <h1>This page is not here</h1>
        <p className="lead">
          The address may be mistyped, or what was here belongs to somebody else or was taken down.
        </p>
        <p>
          <Link className="link" href="/portal">
            Go to your page
          </Link>
        </p>
      </main>
    </>
  )
}

export default NotFound
