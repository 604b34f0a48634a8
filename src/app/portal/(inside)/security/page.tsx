import type { Metadata } from 'next'
import { AppCode } from '@/src/components/portal/security/AppCode'
import { PasswordForm } from '@/src/components/portal/security/PasswordForm'
import { Places } from '@/src/components/portal/security/Places'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { readSecurity } from '@/src/lib/portal/readSecurity'

export const metadata: Metadata = { title: 'Signing in' }

const Page = async () => {
  const visit = await portalVisit('/portal/security')
  const { app, events, places, recoveryCodesLeft, shortest } = await readSecurity(visit)
  return (
    <>
      <h1>Signing in</h1>
      <p className="lead">
        Your password, a code from your phone if you like, and every place where you are signed in.
      </p>
      <section className="stack" aria-labelledby="places">
        <h2 id="places">Where you are signed in</h2>
        <Places places={places} />
      </section>
      <section className="stack" aria-labelledby="code">
        <h2 id="code">A code from your phone</h2>
        <AppCode app={app} recoveryCodesLeft={recoveryCodesLeft} />
      </section>
      <section className="stack" aria-labelledby="password-title">
        <h2 id="password-title">Change your password</h2>
        <PasswordForm shortest={shortest} />
      </section>
      <section className="stack" aria-labelledby="lately">
        <h2 id="lately">What happened lately</h2>
        {events.length ? (
          <>
            <p className="muted">Is something here that was not you? Change your password.</p>
            <ul className="list">
              {events.map(({ key, what, when, isRefused }) => (
                <li key={key}>
                  <span className="row">
                    <span className="row-text">
                      <span className="row-title">{what}</span>
                      {isRefused ? <span>Refused</span> : null}
                    </span>
                    <span className="muted">{when}</span>
                  </span>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>Nothing yet. Every signing in shows here, those that failed too.</p>
        )}
      </section>
    </>
  )
}

export default Page
