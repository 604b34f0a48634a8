import type { Metadata } from 'next'
import { ForgotForm } from '@/src/components/admin/staff/ForgotForm'

export const metadata: Metadata = { title: 'Forgot your password' }

const Page = () => (
  <>
    <h1>Forgot your password?</h1>
    <p className="ops-muted">
      Enter the e-mail address you sign in with. We send a link to choose a new password.
    </p>
    <ForgotForm />
    <p>
      <a href="/admin/login">Back to sign in</a>
    </p>
  </>
)

export default Page
