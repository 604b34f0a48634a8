import type { Metadata } from 'next'
import { ConfirmEmail } from '@/src/components/admin/staff/ConfirmEmail'

export const metadata: Metadata = { title: 'Confirm your new address' }

const Page = () => (
  <>
    <h1>Confirm your new address</h1>
    <p className="ops-muted">From then on you sign in with it, and we write to it.</p>
    <ConfirmEmail />
  </>
)

export default Page
