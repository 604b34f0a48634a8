import config from '@payload-config'
import type { Metadata } from 'next'
import { getPayload } from 'payload'
import { signInSettings } from '@/access/session/signInSettings'
import { hasOwner } from '@/collections/system/auth/firstOwner'
import { shortestPassword } from '@/collections/system/auth/newPassword'
import { FirstOwnerForm } from '@/src/components/admin/staff/FirstOwnerForm'

export const metadata: Metadata = { title: 'Start your practice' }

const Owned = () => (
  <>
    <h1>This practice has its owner</h1>
    <p>
      Its account was made before. <a href="/admin/login?redirect=/admin/setup">Sign in</a> to go on
      where the practice is, or ask the owner for an invitation.
    </p>
  </>
)

const Page = async () => {
  const payload = await getPayload({ config })
  if (await hasOwner(payload)) return <Owned />
  const { isFactorRequired } = await signInSettings(payload)
  return (
    <>
      <h1>Start your practice</h1>
      <p className="ops-muted">
        First your own account. You will own the practice: you invite everybody else and decide what
        they may do. Then you set up a second factor and describe the practice, step by step. You
        can stop at any time and go on later.
      </p>
      <FirstOwnerForm shortest={shortestPassword({ withFactor: isFactorRequired })} />
    </>
  )
}

export default Page
