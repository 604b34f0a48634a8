import type { Metadata } from 'next'

export const metadata: Metadata = { title: 'Blank', robots: { index: false } }

/** What `npm run check:site` compares every page with: the same build, and nothing on it. */
const Page = () => (
  <main>
    <h1>Nothing here</h1>
  </main>
)

export default Page
