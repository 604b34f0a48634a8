import Link from 'next/link'

const NotFound = () => (
  <main id="main" tabIndex={-1}>
    <h1>This page is not here</h1>
    <p className="lead">
      The address may be mistyped, or what was here belongs to somebody else or was taken down.
    </p>
    <p>
      <Link href="/portal">Go to your page</Link>
    </p>
  </main>
)

export default NotFound
