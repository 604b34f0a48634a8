import type { Metadata } from 'next'
import { WelcomeForm } from '@/src/components/admin/staff/WelcomeForm'

export const metadata: Metadata = { title: 'Choose your password' }

const Page = () => (
  <>
    <h1>Choose your password</h1>
    <p className="ops-muted">
      You sign in with it, and sign notes and records with it. Nobody here will ever ask you for it.
    </p>
    <WelcomeForm />
  </>
)

export default Page
