'use client'

import { ErrorSummary } from '../ErrorSummary'
import { problemAt, TextField } from '../TextField'
import { usePortalForm } from '../usePortalForm'

/** What the server made for an authenticator app. */
export type MadeApp = { id: string; secret: string; qr: { size: number; path: string } }

type Props = { app: MadeApp; onDone: (codes: readonly string[]) => void; onCancel: () => void }

const inGroups = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ')

/** The code to scan, the same to type, and the first code from the app. */
export const NewApp = ({ app, onDone, onCancel }: Props) => {
  const { problems, isSending, submit } = usePortalForm()
  const onSubmit = submit(async ({ values, send, fail }) => {
    if (!values['code'])
      return fail([{ path: 'code', message: 'Enter the six digits that your app shows now.' }])
    const sent = await send({
      path: '/auth/portal/factors/code/confirm',
      body: { id: app.id, code: values['code'] },
    })
    if (sent.isOk) onDone((sent.body['recoveryCodes'] as string[] | undefined) ?? []) // shape of the endpoint
  })
  return (
    <form method="post" onSubmit={onSubmit} noValidate>
      <ErrorSummary problems={problems} />
      <p>Scan this with an authenticator app on your phone. Any of them works.</p>
      <svg
        aria-label="Code to scan with an authenticator app"
        className="qr"
        role="img"
        viewBox={`0 0 ${app.qr.size} ${app.qr.size}`}
      >
        <rect fill="#fff" height="100%" width="100%" />
        <path d={app.qr.path} fill="#000" />
      </svg>
      <p>
        On this phone already? Type this key into the app: <code>{inGroups(app.secret)}</code>
      </p>
      <TextField
        name="code"
        label="Code"
        help="The six digits that the app shows now."
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={7}
        problem={problemAt(problems, 'code')}
      />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? 'Checking…' : 'Turn it on'}
        </button>
        <button type="button" className="button button-plain" onClick={onCancel}>
          Not now
        </button>
      </div>
    </form>
  )
}
