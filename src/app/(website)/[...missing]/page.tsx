import { notFound } from 'next/navigation'

/** Addresses nobody has get the website's own answer. */
const Page = (): never => notFound()

export default Page
