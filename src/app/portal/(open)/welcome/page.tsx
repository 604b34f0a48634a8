import type { Metadata } from 'next'
import { shortestPassword } from '@/collections/system/auth/newPassword'
import { WelcomeForm } from '@/src/components/portal/WelcomeForm'

export const metadata: Metadata = { title: 'Choose your password' }

const Page = () => (
  <>
    <h1>Choose your password</h1>
    <p className="lead">With it and your e-mail address you open your private page.</p>
    <WelcomeForm shortest={shortestPassword({ withFactor: false })} />
  </>
)

export default Page
