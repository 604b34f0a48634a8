import type { Metadata } from 'next'
import { BackLink } from '@/src/components/portal/BackLink'
import { ForgotForm } from '@/src/components/portal/ForgotForm'

export const metadata: Metadata = { title: 'Forgotten password' }

const Page = () => (
  <>
    <BackLink href="/portal/sign-in">Back to sign-in</BackLink>
    <h1>Choose a new password</h1>
    <p className="lead">We send a link to your e-mail address.</p>
    <ForgotForm />
  </>
)

export default Page
