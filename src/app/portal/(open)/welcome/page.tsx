import type { Metadata } from 'next'
import { WelcomeForm } from '@/src/components/portal/WelcomeForm'

export const metadata: Metadata = { title: 'Choose your password' }

const Page = () => (
  <>
    <h1>Choose your password</h1>
    <p className="lead">With it and your e-mail address you open your private page.</p>
    <WelcomeForm />
  </>
)

export default Page
