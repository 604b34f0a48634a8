import { mailServer } from '@/collections/system/setup/mailTest'
import { env } from '@/src/lib/env'
import { Findings } from '../../ui/Findings'
import { MailTest } from '../MailTest'
import type { StepProps } from '../stepBodies'

const lines = `SMTP_URL=smtp://user:password@mail.example:587
MAIL_FROM=Your practice <no-reply@your-practice.example>`

const HowTo = () => (
  <>
    <p>
      Put these two lines into <code>.env</code> at the server, with what your mail provider gave
      you, and restart. This page waits for you.
    </p>
    <pre className="ops-shown">{lines}</pre>
    <p className="ops-muted">
      Until then every message waits in the outbox. With a mail provider outside the practice you
      need an agreement about health data; messages name no diagnosis and no visit reason.
    </p>
  </>
)

export const MailStep = ({ facts, req }: StepProps) => {
  const server = mailServer()
  const { email } = req.user as unknown as { email: string } // staff
  return (
    <>
      {server ? (
        <>
          <dl className="ops-facts">
            <div>
              <dt>Mail server</dt>
              <dd className="ops-break">{server.host}</dd>
            </div>
            <div>
              <dt>Signs in as</dt>
              <dd className="ops-break">{server.user ?? 'nobody'}</dd>
            </div>
            <div>
              <dt>Sender</dt>
              <dd className="ops-break">{env.MAIL_FROM}</dd>
            </div>
          </dl>
          {facts.mail.isTested ? (
            <Findings
              findings={[{ message: 'The mail server took a test message with these settings.' }]}
              title="E-mail works"
              tone="info"
            />
          ) : null}
          <MailTest isPrimary={!facts.mail.isTested} to={email} />
        </>
      ) : (
        <HowTo />
      )}
      <h3>The address of the practice</h3>
      <p>
        Links in e-mails begin with <code className="ops-break">{env.SERVER_URL}</code>
        {facts.isReachable
          ? '.'
          : '. Others cannot open that, or not safely: put a reverse proxy with TLS in front and set SERVER_URL to the https address (docs/deploy.md).'}
      </p>
    </>
  )
}
