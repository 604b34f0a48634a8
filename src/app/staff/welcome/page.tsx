import config from '@payload-config'
import type { Metadata } from 'next'
import { getPayload } from 'payload'
import { signInSettings } from '@/access/session/signInSettings'
import { shortestPassword } from '@/collections/system/auth/newPassword'
import { WelcomeForm } from '@/src/components/admin/staff/WelcomeForm'

export const metadata: Metadata = { title: 'Choose your password' }

const shortestHere = async (): Promise<number> => {
  const { isFactorRequired } = await signInSettings(await getPayload({ config }))
  return shortestPassword({ withFactor: isFactorRequired })
}

const Page = async () => (
  <>
    <h1>Choose your password</h1>
    <p className="ops-muted">
      You sign in with it, and sign notes and records with it. Nobody here will ever ask you for it.
    </p>
    <WelcomeForm shortest={await shortestHere()} />
  </>
)

export default Page
