import type { Metadata } from 'next'
import { FactorPage } from '@/src/components/admin/signIn/FactorPage'

export const metadata: Metadata = { title: 'Second factor' }

const Page = () => (
  <>
    <FactorPage />
    <p>
      <a href="/admin/login">Sign in as somebody else</a>
    </p>
  </>
)

export default Page
