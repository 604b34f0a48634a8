import type { AdminViewServerProps } from 'payload'
import { signInSettings } from '@/access/session/signInSettings'
import { shortestPassword } from '@/collections/system/auth/newPassword'
import { AdminPage } from '../page/AdminPage'
import { EmailCard } from './EmailCard'
import { FactorsCard } from './FactorsCard'
import { HistoryCard } from './HistoryCard'
import { PasswordCard } from './PasswordCard'
import { SessionsCard } from './SessionsCard'

/** /admin/signing-in: how one signs in, where one is signed in, and what happened there. */
export const SignInView = (view: AdminViewServerProps) => (
  <AdminPage
    lead="Your second factor, your password, and every place where you are signed in."
    path="/admin/signing-in"
    title="Signing in"
    view={view}
  >
    {async () => {
      const { req } = view.initPageResult
      const user = req.user as { email?: string; hasFactor?: boolean } | null // staff
      const { isFactorRequired } = await signInSettings(req.payload)
      const withFactor = isFactorRequired || user?.hasFactor === true
      return (
        <div className="ops-stack">
          <FactorsCard />
          <SessionsCard />
          <PasswordCard shortest={shortestPassword({ withFactor })} />
          <EmailCard email={String(user?.email ?? '')} />
          <HistoryCard />
        </div>
      )
    }}
  </AdminPage>
)
